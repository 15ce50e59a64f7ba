package io.gearmancdi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The listing of the guide. */
// tag::test[]
@GearmanServer
class ThumbnailsTest {
    @Test
    void shrinks(Gearman gearman) {
        gearman.workers().register("shrink", job -> shrunk(job.bytes()), settings -> settings);

        var result = gearman.client().foreign().doJob("shrink", new byte[5000]);

        assertThat(result.bytes()).hasSizeLessThan(1000);
    }
    // end::test[]

    private static byte[] shrunk(byte[] image) {
        return Arrays.copyOf(image, image.length / 10);
    }
    // tag::test[]
}
// end::test[]
