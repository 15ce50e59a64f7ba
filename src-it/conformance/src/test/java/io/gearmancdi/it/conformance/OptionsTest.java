package io.gearmancdi.it.conformance;

import static io.gearmancdi.protocol.PacketType.GRAB_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.WORK_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options of the server's command line that change the protocol. */
class OptionsTest extends OnBothServers {

    @Override
    List<String> options() {
        return List.of("--round-robin", "--exceptions", "--job-retries=2", "--job-handle-prefix=H:mine");
    }

    @Test
    void handlesBeginAsTheyAreTold() throws IOException {
        assertThat(peer().submits(SUBMIT_JOB, "f", "", "w")).isEqualTo("H:mine:1");
    }

    @Test
    void exceptionsAreForEverybody() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "", "w");
        var worker = worker("f");
        worker.asks(GRAB_JOB);

        worker.sends(WORK_EXCEPTION, handle, "bang");

        assertThat(client.gets()).isEqualTo("WORK_EXCEPTION " + handle + "|bang");
    }

    @Test
    void aJobThatHasLostTwoWorkersFails() throws IOException {
        var client = peer();
        var handle = client.submits(SUBMIT_JOB, "f", "", "w");
        for (int run = 0; run < 2; run++) {
            var worker = worker("f");
            assertThat(awaitJob(worker)).startsWith("JOB_ASSIGN " + handle);
            worker.close();
        }

        assertThat(client.gets()).isEqualTo("WORK_FAIL " + handle);
    }

    private static String awaitJob(RawPeer worker) {
        return org.awaitility.Awaitility.await().until(() -> worker.asks(GRAB_JOB), answer -> !answer.equals("NO_JOB"));
    }

    @Test
    void functionsOfAWorkerTakeTurns() throws IOException {
        var client = peer();
        for (int job = 0; job < 2; job++) {
            client.submits(SUBMIT_JOB_BG, "f", "", "w");
            client.submits(SUBMIT_JOB_BG, "g", "", "w");
        }
        var worker = worker("f", "g");
        var functions = new HashSet<String>();

        for (int job = 0; job < 2; job++) {
            functions.add(worker.asks(GRAB_JOB).split("\\|", -1)[1]);
        }

        assertThat(functions).containsExactlyInAnyOrder("f", "g");
    }
}
