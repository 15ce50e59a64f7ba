package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingTest {

    @ParameterizedTest(name = "{0}x{1} to {2}x{3}")
    @CsvSource({"1000, 800, 100, 80", "1001, 799, 100, 80", "3000, 2, 240, 1", "2, 3000, 1, 240", "90, 60, 60, 40"})
    void givesExactlyTheSizeAskedFor(int width, int height, int scaledWidth, int scaledHeight) {
        var scaled = Scaling.scale(checkered(width, height), new Size(scaledWidth, scaledHeight));

        assertThat(scaled.getWidth()).isEqualTo(scaledWidth);
        assertThat(scaled.getHeight()).isEqualTo(scaledHeight);
    }

    @Test
    void letsEveryPixelCount() {
        var scaled = Scaling.scale(checkered(512, 512), new Size(32, 32));

        for (int pixel : scaled.getRGB(0, 0, 32, 32, null, 0, 32)) {
            assertThat(pixel & 0xff).as("black and white squares become grey").isBetween(120, 136);
        }
    }

    @Test
    void keepsTransparency() {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        image.createGraphics().fillRect(0, 0, 200, 400);

        var scaled = Scaling.scale(image, new Size(40, 40));

        assertThat(scaled.getRGB(35, 20) >>> 24).as("alpha of the empty half").isZero();
        assertThat(scaled.getRGB(5, 20)).as("the white half").isEqualTo(0xffffffff);
    }

    @Test
    void keepsOpaqueImagesOpaque() {
        var scaled = Scaling.scale(checkered(400, 400), new Size(40, 40));

        assertThat(scaled.getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void keepsGreyAsBrightAsItWas() {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int place = 0; place < 400 * 400; place++) {
            image.getRaster().setSample(place % 400, place / 400, 0, 100);
        }

        assertThat(AverageColour.of(Scaling.scale(image, new Size(40, 40)))).isEqualTo("#646464");
    }

    private static BufferedImage checkered(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x + y) % 2 == 0 ? 0xffffff : 0);
            }
        }
        return image;
    }
}
