package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {

    @ParameterizedTest(name = "{0}x{1} becomes {2}x{3}")
    @CsvSource({
        "1200, 800, 240, 160", // landscape
        "800, 1200, 160, 240", // portrait
        "500, 500, 240, 240", // square
        "2400, 420, 240, 42", // wide
        "420, 1600, 63, 240", // tall
        "5000, 3, 240, 1", // a line keeps one pixel
        "240, 240, 240, 240", // fits exactly
        "11, 10, 11, 10" // never grows
    })
    void keepsItsShape(int width, int height, int fittedWidth, int fittedHeight) {
        assertThat(new Size(width, height).within(240)).isEqualTo(new Size(fittedWidth, fittedHeight));
    }
}
