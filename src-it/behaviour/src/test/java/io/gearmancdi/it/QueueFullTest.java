package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.QueueFullException;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose queue is full now and then. Its refusals name no submission: their order is all there is. */
@Timeout(60)
class QueueFullTest {

    private static final int AT_ONCE = 60;
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void isToldToTheVerySubmissionThatWasRefused() throws IOException {
        var inFlight = new ArrayList<String>();
        try (var peer = Peer.following((talk, one) -> {
                    if (one.type() == PacketType.OPTION_REQ) {
                        talk.say(PacketType.OPTION_RES, "exceptions");
                    } else if (one.type() == PacketType.SUBMIT_JOB_BG) {
                        // Nothing is answered before all have come
                        inFlight.add(workload(one));
                        for (int i = 0; inFlight.size() == AT_ONCE && i < AT_ONCE; i++) {
                            answer(talk, inFlight.get(i));
                        }
                    }
                });
                var gearman = Gearman.builder().servers(List.of(peer.address())).build()) {
            var handles = new ArrayList<CompletableFuture<JobHandle>>();
            for (int i = 0; i < AT_ONCE; i++) {
                handles.add(gearman.client()
                        .foreign()
                        .doBackgroundJobAsync("f", "" + i, JobOption.unique("u" + i))
                        .toCompletableFuture());
            }
            for (int i = 0; i < AT_ONCE; i++) {
                if (isRefused("" + i)) {
                    assertThat(handles.get(i))
                            .as("submission %d", i)
                            .failsWithin(SOON)
                            .withThrowableOfType(ExecutionException.class)
                            .withCauseInstanceOf(QueueFullException.class);
                } else {
                    assertThat(handles.get(i))
                            .succeedsWithin(SOON)
                            .extracting(JobHandle::value)
                            .isEqualTo("H:peer:" + i);
                }
            }
        }
    }

    private static void answer(Peer.Talk talk, String workload) throws IOException {
        if (isRefused(workload)) {
            talk.say(PacketType.ERROR, "QUEUE_ERROR", "Job queue is full");
        } else {
            talk.say(PacketType.JOB_CREATED, "H:peer:" + workload);
        }
    }

    private static boolean isRefused(String workload) {
        return Integer.parseInt(workload) % 3 == 1;
    }

    private static String workload(Peer.Heard submission) {
        var body = new String(submission.body(), UTF_8);
        return body.substring(body.lastIndexOf('\0') + 1);
    }
}
