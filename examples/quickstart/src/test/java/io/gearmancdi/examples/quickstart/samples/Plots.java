package io.gearmancdi.examples.quickstart.samples;

import static java.awt.image.BufferedImage.TYPE_INT_RGB;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/** Curves and charts. */
final class Plots {

    private static final Color INK = new Color(0x2b3440);
    private static final Color LINES = new Color(0xe2e6ea);

    private Plots() {}

    static BufferedImage waves(int width, int height) {
        return Canvas.drawn(width, height, TYPE_INT_RGB, pen -> {
            paper(pen, width, height, "Damped waves");
            for (int x = 80; x <= width - 40; x += 90) {
                pen.setColor(LINES);
                pen.drawLine(x, 110, x, height - 70);
            }
            curve(pen, width, height, new Color(0xd1495b), x -> Math.exp(-x * 2) * Math.sin(x * 38));
            curve(pen, width, height, new Color(0x00798c), x -> 0.8 * Math.exp(-x) * Math.cos(x * 21));
            curve(pen, width, height, new Color(0xedae49), x -> 0.5 * Math.sin(x * 11) * x);
        });
    }

    private static void curve(Graphics2D pen, int width, int height, Color colour, DoubleUnaryOperator function) {
        var path = new Path2D.Double();
        double middle = (height + 40) / 2.0;
        double scale = (height - 220) / 2.0;
        path.moveTo(80, middle - scale * function.applyAsDouble(0));
        for (int x = 81; x <= width - 40; x++) {
            path.lineTo(x, middle - scale * function.applyAsDouble((x - 80.0) / (width - 120)));
        }
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path);
        pen.setStroke(new BasicStroke(1));
    }

    static BufferedImage rainfall(int width, int height) {
        int[] millimetres = {48, 41, 55, 62, 88, 104, 121, 97, 73, 66, 59, 52};
        return Canvas.drawn(width, height, TYPE_INT_RGB, pen -> {
            paper(pen, width, height, "Rain by month, mm");
            int step = (width - 120) / millimetres.length;
            for (int month = 0; month < millimetres.length; month++) {
                int bar = millimetres[month] * (height - 230) / 130;
                int left = 80 + month * step;
                pen.setColor(Canvas.blend(millimetres[month] / 125.0, 0xa9d6e5, 0x2a6f97, 0x013a63));
                pen.fillRoundRect(left, height - 70 - bar, step - 14, bar, 10, 10);
                pen.setColor(INK);
                pen.setFont(Canvas.font(Font.PLAIN, 22));
                pen.drawString("JFMAMJJASOND".substring(month, month + 1), left + step / 2 - 14, height - 36);
            }
        });
    }

    private static void paper(Graphics2D pen, int width, int height, String title) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(LINES);
        for (int y = 110; y <= height - 70; y += 60) {
            pen.drawLine(80, y, width - 40, y);
        }
        pen.setColor(INK);
        pen.setFont(Canvas.font(Font.BOLD, 40));
        pen.drawString(title, 80, 70);
        pen.fillRect(77, 110, 3, height - 180);
        pen.fillRect(77, height - 70, width - 117, 3);
    }
}
