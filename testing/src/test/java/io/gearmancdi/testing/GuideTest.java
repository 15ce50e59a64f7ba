package io.gearmancdi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listings of the guide's page on the job server. */
@Timeout(120)
class GuideTest {

    private static Gearman connectTo(ServerAddress address) {
        return Gearman.builder().servers(List.of(address)).build();
    }

    @Test
    void aServerInAnApplication() throws IOException {
        // tag::embedded[]
        try (var server = EmbeddedJobServer.builder().port(0).start();
                var gearman = connectTo(new ServerAddress(server.host(), server.port()))) {
            gearman.client().foreign().doBackgroundJob("thumbnail", "1.jpg");
            assertThat(server.statistics().waitingJobs()).isEqualTo(1);
        }
        // end::embedded[]
    }

    @Test
    void aServerThatMisbehaves() throws IOException {
        // tag::scripted[]
        try (var server = ScriptedServer.start();
                var gearman = connectTo(server.address())) {
            server.at(FaultPoint.ACCEPTANCE, Fault.close()); // the job is there, but its client is not told

            var client = gearman.client().foreign();
            assertThatThrownBy(() -> client.doJob("thumbnail", "1.jpg")).isInstanceOf(SubmissionUnknownException.class);
            assertThat(server.passed(FaultPoint.SUBMISSION)).isEqualTo(1);
        }
        // end::scripted[]
    }
}
