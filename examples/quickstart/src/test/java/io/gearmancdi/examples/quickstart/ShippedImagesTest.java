package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedImagesTest {

    @Test
    void areADozenSmallFiles() throws IOException {
        long total = 0;
        for (var image : ImageFiles.in(Path.of("images"))) {
            assertThat(Files.size(image)).as(image.toString()).isLessThan(150_000);
            total += Files.size(image);
        }

        assertThat(ImageFiles.in(Path.of("images"))).hasSize(12);
        assertThat(total).isLessThan(1_000_000);
    }
}
