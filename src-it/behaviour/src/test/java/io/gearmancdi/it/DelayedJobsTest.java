package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobOption;
import io.gearmancdi.protocol.PacketType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Jobs that are not to run before a time. Servers do not tell when it has come. */
class DelayedJobsTest extends OnEveryServer {

    private static final int JOBS = 9;

    private final Map<String, Instant> ran = new ConcurrentHashMap<>();

    @Test
    void runWithinASecondOfTheirTime() throws Exception {
        work("later", job -> ran.put(job.text(), Instant.now()));
        var first = Instant.now().plusSeconds(2);
        for (int i = 0; i < JOBS; i++) {
            client().doBackgroundJob("later", "" + i, JobOption.notBefore(first.plusMillis(250L * i)));
        }

        Awaitility.await().atMost(SOON).until(() -> ran.size() == JOBS);

        var late = new long[JOBS];
        for (int i = 0; i < JOBS; i++) {
            // Times on the wire are whole seconds
            var due = ceiling(first.plusMillis(250L * i));
            late[i] = Duration.between(due, ran.get("" + i)).toMillis();
        }
        Arrays.sort(late);
        System.out.println(kind + ": delayed jobs ran so many ms after their time: " + Arrays.toString(late));
        assertThat(late[0]).as("the earliest").isGreaterThan(-100);
        assertThat(late[JOBS / 2]).as("the median").isLessThan(1000);
        assertThat(late[JOBS - 1]).as("the latest").isLessThan(3000);
    }

    private static Instant ceiling(Instant time) {
        return time.getNano() == 0 ? time : Instant.ofEpochSecond(time.getEpochSecond() + 1);
    }

    @Test
    void waitingBesideAJobOfLowPriorityMakeNoWorkerSpin() throws Exception {
        try (var relay = Relay.to(server.address());
                var worker = builder().servers(List.of(relay.address())).build()) {
            worker.workers().register("later", job -> ran.put(job.text(), Instant.now()), all -> all);
            var client = client().foreign();
            client.doBackgroundJob(
                    "later", "due", JobOption.notBefore(Instant.now().plusSeconds(4)));
            client.doLowBackgroundJob("later", "low");

            Awaitility.await().atMost(SOON).until(() -> ran.size() == 2);

            System.out.println(kind + ": the worker asked " + relay.count(PacketType.GRAB_JOB_UNIQ) + " times");
            assertThat(relay.count(PacketType.GRAB_JOB_UNIQ)).isBetween(2L, 100L);
        }
    }

    @Test
    void costAnIdleWorkerAFewPacketsASecond() throws Exception {
        try (var relay = Relay.to(server.address());
                var worker = builder().servers(List.of(relay.address())).build()) {
            worker.workers().register("later", job -> job.bytes(), all -> all);
            Awaitility.await().atMost(SOON).until(() -> relay.count(PacketType.PRE_SLEEP) > 1);
            long before = relay.requests();

            Awaitility.await().during(Duration.ofSeconds(4)).atMost(SOON).until(() -> true);

            long sent = relay.requests() - before;
            System.out.println(kind + ": an idle worker sent " + sent + " packets in 4 s");
            assertThat(sent).isBetween(1L, 40L);
        }
    }
}
