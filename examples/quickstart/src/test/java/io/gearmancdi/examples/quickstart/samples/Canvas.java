package io.gearmancdi.examples.quickstart.samples;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** New images, drawn with a pen or pixel by pixel. */
final class Canvas {

    /** The colour of one place; both coordinates go from 0 to 1. */
    @FunctionalInterface
    interface Shader {
        Color at(double x, double y);
    }

    private Canvas() {}

    static BufferedImage drawn(int width, int height, int type, Consumer<Graphics2D> pen) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.accept(graphics);
        graphics.dispose();
        return image;
    }

    static BufferedImage shaded(int width, int height, Shader shader) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(
                        x, y, shader.at((double) x / width, (double) y / height).getRGB());
            }
        }
        return image;
    }

    /** A colour between several that stand at equal distances; 0 is the first, 1 the last. */
    static Color blend(double place, int... colours) {
        double scaled = Math.max(0, Math.min(1, place)) * (colours.length - 1);
        int index = Math.min((int) scaled, colours.length - 2);
        var from = new Color(colours[index]);
        var to = new Color(colours[index + 1]);
        double share = scaled - index;
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
