package io.gearmancdi.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void reverses() throws Exception {
        try (var gearman = Gearman.builder()
                .servers(List.of(ServerAddress.parse("127.0.0.1:" + Integer.getInteger("port"))))
                .clientTimeout(Duration.ofSeconds(10))
                .build()) {
            gearman.workers().register("reverse", job -> new StringBuilder(job.text()).reverse(), s -> s);
            var result = gearman.client().foreign().doJob("reverse", "drow");
            assertThat(result.text()).isEqualTo("word");
            long t = System.nanoTime();
            for (int i = 0; i < 5000; i++) gearman.client().doJob("reverse", "drow" + i);
            System.out.println("per call us " + (System.nanoTime() - t) / 5000 / 1000);
            System.out.println(gearman.client().foreign().doBackgroundJob("reverse", "x"));
            t = System.nanoTime();
            gearman.close();
            System.out.println("close ms " + (System.nanoTime() - t) / 1000000);
        }
    }
}
