package io.gearmancdi.examples.quickstart.samples;

import static java.awt.image.BufferedImage.TYPE_INT_RGB;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures that formulas draw. */
final class Fractals {

    private static final int[] EMBERS = {0x08051a, 0x3b1c5a, 0x96305f, 0xe8603c, 0xfbc15a, 0xfff6d8};
    private static final int[] OCEAN = {0x04121f, 0x0b3954, 0x0f7c90, 0x53c9b9, 0xe3f7e8, 0xf3b562};
    private static final int LIMIT = 300;

    private Fractals() {}

    static BufferedImage mandelbrot(int width, int height) {
        return Canvas.shaded(width, height, (x, y) -> {
            double escape = escape(0, 0, -2.25 + 3.2 * x, (y - 0.5) * 3.2 * height / width);
            return escape < 0 ? new Color(EMBERS[0]) : Canvas.blend(Math.sqrt(escape / 60), EMBERS);
        });
    }

    static BufferedImage julia(int width, int height) {
        return Canvas.shaded(width, height, (x, y) -> {
            double escape = escape((x - 0.5) * 3, (y - 0.5) * 3 * height / width, -0.7269, 0.1889);
            return escape < 0 ? new Color(OCEAN[0]) : Canvas.blend(Math.sqrt(escape / 120), OCEAN);
        });
    }

    /** How many steps a point needs to leave, without jumps between whole numbers; -1 if it stays. */
    private static double escape(double startX, double startY, double stepX, double stepY) {
        double x = startX;
        double y = startY;
        for (int step = 0; step < LIMIT; step++) {
            double square = x * x + y * y;
            if (square > 256) {
                return Math.max(0, step + 1 - Math.log(Math.log(square) / 2) / Math.log(2));
            }
            double next = x * x - y * y + stepX;
            y = 2 * x * y + stepY;
            x = next;
        }
        return -1;
    }

    static BufferedImage fern(int width, int height) {
        return Canvas.drawn(width, height, TYPE_INT_RGB, pen -> {
            pen.setPaint(new GradientPaint(0, 0, new Color(0xfdfbf3), 0, height, new Color(0xe7efdc)));
            pen.fillRect(0, 0, width, height);
            var random = new Random(11);
            double x = 0;
            double y = 0;
            for (int point = 0; point < 160_000; point++) {
                int choice = random.nextInt(100);
                double oldX = x;
                if (choice < 1) {
                    x = 0;
                    y = 0.16 * y;
                } else if (choice < 86) {
                    x = 0.85 * oldX + 0.04 * y;
                    y = -0.04 * oldX + 0.85 * y + 1.6;
                } else if (choice < 93) {
                    x = 0.2 * oldX - 0.26 * y;
                    y = 0.23 * oldX + 0.22 * y + 1.6;
                } else {
                    x = -0.15 * oldX + 0.28 * y;
                    y = 0.26 * oldX + 0.24 * y + 0.44;
                }
                pen.setColor(Canvas.blend(y / 10, 0x1d5c33, 0x4c9a52));
                pen.fillRect((int) (width * (0.46 + x / 6.4)), (int) (height * (0.97 - y / 10.6)), 2, 2);
            }
        });
    }
}
