package io.gearmancdi.examples.quickstart;

import java.awt.image.BufferedImage;

/** What an image looks like from far away. */
final class AverageColour {

    private AverageColour() {}

    /** {@return the average colour of the pixels, weighed by their opacity, as {@code #rrggbb}} */
    static String of(BufferedImage image) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long weight = 0;
        for (int pixel : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            int alpha = pixel >>> 24;
            red += (long) alpha * (pixel >> 16 & 0xff);
            green += (long) alpha * (pixel >> 8 & 0xff);
            blue += (long) alpha * (pixel & 0xff);
            weight += alpha;
        }
        long whole = Math.max(1, weight);
        return "#%02x%02x%02x".formatted(red / whole, green / whole, blue / whole);
    }
}
