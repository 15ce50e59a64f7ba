package io.gearmancdi.it.serverpeers;

import static io.gearmancdi.JobOption.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.GearmanException;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How large a job may be where worker and server have the same limit of a packet, and the client a larger one. */
@Timeout(60)
class LargestJobTest {
    private static final int LIMIT = 64 * 1024;

    private EmbeddedJobServer server;
    private Gearman worker;
    private Gearman client;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedJobServer.builder().port(0).maxPacketSize(LIMIT).start();
        worker = driver(LIMIT);
        client = driver(2 * LIMIT);
        worker.workers().register("length", job -> String.valueOf(job.workloadSize()), all -> all);
    }

    private Gearman driver(int limit) {
        return Gearman.builder()
                .servers(List.of(new ServerAddress(server.host(), server.port())))
                .maxPacketSize(limit)
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        worker.close();
        server.close();
    }

    private String length(int workload) {
        return client.client()
                .foreign()
                .doJob("length", new byte[workload], unique("u"))
                .text();
    }

    @Test
    void aJobThatNoPacketCouldGiveToTheWorkerIsRefusedAndHarmsNobody() {
        int names = "length".length() + 1 + "u".length() + 1;

        assertThatThrownBy(() -> length(LIMIT - names))
                .isInstanceOf(GearmanException.class)
                .hasMessageContaining("Job too large");

        assertThat(length(100)).isEqualTo("100");
        assertThat(server.statistics().waitingJobs()).isZero();
    }

    @Test
    void aJobThatIsSmallerByAHandleReachesTheWorker() {
        int most = LIMIT - 200;

        assertThat(length(most)).isEqualTo(String.valueOf(most));
    }
}
