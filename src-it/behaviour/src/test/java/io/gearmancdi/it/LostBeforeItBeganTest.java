package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.LimitPolicy;
import io.gearmancdi.WorkerState;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job whose connection dies before the executor has found a thread for it. */
@Timeout(60)
class LostBeforeItBeganTest {

    private static final Peer.Script HANGS_UP_ONCE = (talk, one) -> {
        switch (one.type()) {
            case GRAB_JOB_UNIQ -> {
                if (talk.number() == 1) {
                    talk.say(PacketType.JOB_ASSIGN_UNIQ, "H:peer:1", "f", "", "x");
                    talk.close();
                } else {
                    talk.say(PacketType.NO_JOB);
                }
            }
            case ECHO_REQ -> talk.say(PacketType.ECHO_RES, new String(one.body(), UTF_8));
            default -> {}
        }
    };

    @Test
    void countsNotAsWorkForAWorkerThatStopsWhenItIsIdle() throws IOException {
        var held = new AtomicReference<Runnable>();
        try (var peer = Peer.following(HANGS_UP_ONCE);
                var gearman = Gearman.builder()
                        .servers(List.of(peer.address()))
                        .executor(task -> {
                            if (!held.compareAndSet(null, task)) {
                                new Thread(task).start();
                            }
                        })
                        .reconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100))
                        .build()) {
            gearman.workers()
                    .register(
                            "f",
                            job -> job.bytes(),
                            all -> all.withTimeout(Duration.ofMillis(500)).withOnLimit(LimitPolicy.STOP));

            Awaitility.await("its idleness has ended it")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> gearman.workers().state("f") == WorkerState.STOPPED);

            assertThat(held).as("the turn that never began").doesNotHaveNullValue();
        }
    }
}
