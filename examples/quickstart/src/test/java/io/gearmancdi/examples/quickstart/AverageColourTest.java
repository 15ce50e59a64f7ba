package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class AverageColourTest {

    @Test
    void liesBetweenTheColours() {
        assertThat(AverageColour.of(twoPixels(0xffff0000, 0xff0000ff))).isEqualTo("#7f007f");
    }

    @Test
    void leavesOutWhatIsTransparent() {
        assertThat(AverageColour.of(twoPixels(0xff12ab34, 0x00ffffff))).isEqualTo("#12ab34");
    }

    @Test
    void isBlackWhereThereIsNothing() {
        assertThat(AverageColour.of(twoPixels(0, 0))).isEqualTo("#000000");
    }

    private static BufferedImage twoPixels(int left, int right) {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, left);
        image.setRGB(1, 0, right);
        return image;
    }
}
