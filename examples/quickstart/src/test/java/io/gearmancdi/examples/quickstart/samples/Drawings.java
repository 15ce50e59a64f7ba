package io.gearmancdi.examples.quickstart.samples;

import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Letters, things that are transparent, grey or tiny. */
final class Drawings {

    private static final String[] HEART = {
        "..##...##..", ".#**#.#**#.", "#*oo*#****#", "#*o*******#", "#*********#",
        ".#*******#.", "..#*****#..", "...#***#...", "....#*#....", ".....#....."
    };

    private Drawings() {}

    static BufferedImage lettering(int width, int height) {
        return Canvas.drawn(width, height, TYPE_INT_RGB, pen -> {
            pen.setPaint(new GradientPaint(0, 0, new Color(0x283c86), width, 0, new Color(0x45a247)));
            pen.fillRect(0, 0, width, height);
            pen.setColor(new Color(255, 255, 255, 26));
            for (int ring = 0; ring < 9; ring++) {
                int radius = 90 + ring * 90;
                pen.drawOval(width - 260 - radius, height / 2 - radius, 2 * radius, 2 * radius);
            }
            pen.setColor(Color.WHITE);
            pen.setFont(Canvas.font(Font.BOLD, 170));
            pen.drawString("Many hands", 90, 290);
            pen.setFont(Canvas.font(Font.PLAIN, 84));
            pen.drawString("make light work", 98, 430);
        });
    }

    static BufferedImage bubbles(int width, int height) {
        return Canvas.drawn(width, height, TYPE_INT_ARGB, pen -> {
            var random = new Random(5);
            for (int bubble = 0; bubble < 16; bubble++) {
                int radius = 24 + random.nextInt(60);
                int x = radius + random.nextInt(width - 2 * radius);
                int y = radius + random.nextInt(height - 2 * radius);
                var colour = Canvas.blend(random.nextDouble(), 0xff5d8f, 0xffc857, 0x3bceac, 0x3a86ff, 0x8338ec);
                pen.setPaint(new RadialGradientPaint(
                        new Point2D.Float(x, y),
                        radius,
                        new Point2D.Float(x - radius * 0.35f, y - radius * 0.4f),
                        new float[] {0, 0.25f, 1},
                        new Color[] {new Color(255, 255, 255, 230), faded(colour, 120), faded(colour, 215)},
                        CycleMethod.NO_CYCLE));
                pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            }
        });
    }

    private static Color faded(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    static BufferedImage ripples(int width, int height) {
        var image = new BufferedImage(width, height, TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double left = Math.hypot(x - width * 0.3, y - height * 0.4);
                double right = Math.hypot(x - width * 0.75, y - height * 0.6);
                double rise = Math.sin(left / 11) / (1 + left / 260) + Math.sin(right / 14) / (1 + right / 260);
                image.getRaster().setSample(x, y, 0, (int) (128 + 60 * rise));
            }
        }
        return image;
    }

    static BufferedImage heart() {
        var image = new BufferedImage(HEART[0].length(), HEART.length, TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(
                        x,
                        y,
                        switch (HEART[y].charAt(x)) {
                            case '#' -> 0xff5b0f1f;
                            case '*' -> 0xffe5383b;
                            case 'o' -> 0xffffd6d6;
                            default -> 0;
                        });
            }
        }
        return image;
    }
}
