package io.gearmancdi.examples.quickstart.samples;

import static java.awt.image.BufferedImage.TYPE_INT_RGB;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Views of places that are not. */
final class Landscapes {

    private Landscapes() {}

    static BufferedImage dusk(int width, int height) {
        var image = Canvas.shaded(width, height, (x, y) -> {
            double sun = Math.hypot((x - 0.68) * width / height, y - 0.56);
            return sun < 0.07
                    ? new Color(0xfff3c4)
                    : Canvas.blend(
                            y * 1.25 - 0.12 / (0.4 + sun * 4) + 0.1, 0x1b2350, 0x5b3a79, 0xc8546c, 0xf79a5c, 0xffd98a);
        });
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int[] ranges = {0x7d4465, 0x4b2f55, 0x2a2042, 0x150f29};
        for (int range = 0; range < ranges.length; range++) {
            graphics.setColor(new Color(ranges[range]));
            graphics.fill(hills(width, height, 0.62 + 0.1 * range, range));
        }
        graphics.dispose();
        return image;
    }

    private static Polygon hills(int width, int height, double level, int range) {
        var hills = new Polygon();
        hills.addPoint(0, height);
        for (int x = 0; x <= width; x += 2) {
            double at = (double) x / width;
            double rise = 0.05 * Math.sin(at * (5 + 2 * range) + range * 2.1)
                    + 0.02 * Math.sin(at * (17 + 3 * range) + range)
                    + 0.006 * Math.sin(at * 61 + range * 5);
            hills.addPoint(x, (int) (height * (level - rise)));
        }
        hills.addPoint(width, height);
        return hills;
    }

    static BufferedImage skyline(int width, int height) {
        return Canvas.drawn(width, height, TYPE_INT_RGB, pen -> {
            pen.setPaint(new GradientPaint(0, 0, new Color(0x0d1b2a), 0, height, new Color(0x415a77)));
            pen.fillRect(0, 0, width, height);
            pen.setColor(new Color(0xf2e9c9));
            pen.fillOval(width - 420, 50, 90, 90);
            var random = new Random(7);
            for (int x = -20; x < width; x += 46 + random.nextInt(50)) {
                tower(pen, x, height, 70 + random.nextInt(64), 110 + random.nextInt(230), random);
            }
        });
    }

    private static void tower(Graphics2D pen, int left, int ground, int width, int height, Random random) {
        pen.setColor(Canvas.blend(random.nextDouble(), 0x101820, 0x1f2d3d));
        pen.fillRect(left, ground - height, width, height);
        for (int y = ground - height + 12; y < ground - 14; y += 20) {
            for (int x = left + 9; x < left + width - 12; x += 17) {
                pen.setColor(random.nextInt(5) < 2 ? new Color(0xffd166) : new Color(0x26384a));
                pen.fillRect(x, y, 8, 11);
            }
        }
    }

    static BufferedImage aurora(int width, int height) {
        var image = Canvas.shaded(width, height, (x, y) -> {
            double curtain = 0.32 + 0.1 * Math.sin(x * 7) + 0.04 * Math.sin(x * 19 + 1);
            double below = y - curtain;
            double light = below > 0 ? Math.exp(-below * 14) : Math.exp(below * 5);
            double folds = 0.65 + 0.35 * Math.sin(x * 34 + 3 * Math.sin(y * 9));
            return Canvas.blend(light * folds * (1 - 0.5 * y), 0x060a1f, 0x0c2b4b, 0x127a6b, 0x3ddc97, 0xd7ffe6);
        });
        var graphics = image.createGraphics();
        var random = new Random(3);
        for (int star = 0; star < 160; star++) {
            int size = 1 + random.nextInt(3);
            graphics.setColor(new Color(255, 255, 255, 60 + random.nextInt(180)));
            graphics.fillOval(random.nextInt(width), random.nextInt(height * 4 / 5), size, size);
        }
        graphics.setColor(new Color(0x03050d));
        for (int x = -30; x < width; x += 34) {
            int top = height - 130 - random.nextInt(150);
            graphics.fillPolygon(new int[] {x, x + 32, x + 64}, new int[] {height, top, height}, 3);
        }
        graphics.dispose();
        return image;
    }
}
