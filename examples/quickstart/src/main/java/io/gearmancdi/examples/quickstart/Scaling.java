package io.gearmancdi.examples.quickstart;

import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes images smaller without jagged edges. */
final class Scaling {

    private Scaling() {}

    /** Halves the image until it is nearly small enough, so that every pixel counts; the last step is the finest. */
    static BufferedImage scale(BufferedImage image, Size size) {
        var current = image;
        while (current.getWidth() >= 2 * size.width() || current.getHeight() >= 2 * size.height()) {
            var half = new Size(half(current.getWidth(), size.width()), half(current.getHeight(), size.height()));
            current = draw(current, half, BufferedImage.TYPE_INT_ARGB_PRE, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return draw(current, size, plainType(image), RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    private static int half(int side, int target) {
        return side >= 2 * target ? side / 2 : side;
    }

    private static BufferedImage draw(Image image, Size size, int type, Object interpolation) {
        var result = new BufferedImage(size.width(), size.height(), type);
        var graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.drawImage(image, 0, 0, size.width(), size.height(), null);
        graphics.dispose();
        return result;
    }

    private static int plainType(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }
}
