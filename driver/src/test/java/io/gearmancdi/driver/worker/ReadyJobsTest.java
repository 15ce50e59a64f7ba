package io.gearmancdi.driver.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobDescriptor;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.session.Assignment;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReadyJobsTest {

    private final SlotPool slots = new SlotPool(2, 8, 0, new StuckThreads("w", () -> {}));
    private long now = 17;
    private final ReadyJobs ready = new ReadyJobs(new ReentrantLock(), slots, () -> now);

    @BeforeEach
    void twoJobsWait() {
        arrives();
        arrives();
    }

    @Test
    void askForOneTurnAtATime() {
        assertThat(ready.ask()).isTrue();
        assertThat(ready.ask()).isFalse();

        assertThat(ready.first()).isNotNull();

        assertThat(ready.ask()).isTrue();
        assertThat(ready.ask()).isFalse();
    }

    @Test
    void areForgottenWhereTheyWillNotBegin() {
        var third = arrives();

        assertThat(ready.drop(job -> job == third)).containsExactly(third);

        assertThat(ready.next()).isNotSameAs(third);
        assertThat(ready.next()).isNotSameAs(third);
        assertThat(ready.isAny()).isFalse();
    }

    @Nested
    class ATurnThatDoesNotBegin {

        @BeforeEach
        void wasAskedFor() {
            assertThat(ready.ask()).isTrue();
        }

        @Test
        void isAskedForAgainWhenItsTimeIsOver() {
            now += ReadyJobs.PATIENCE - 1;
            assertThat(ready.ask()).isFalse();

            now++;

            assertThat(ready.ask()).isTrue();
            assertThat(ready.ask()).isFalse();
        }

        @Test
        void hasTwiceTheTimeEachTime() {
            now += ReadyJobs.PATIENCE;
            assertThat(ready.ask()).isTrue();

            now += 2 * ReadyJobs.PATIENCE - 1;
            assertThat(ready.ask()).isFalse();
            now++;
            assertThat(ready.ask()).isTrue();
        }

        @Test
        void costsTheNextOneNoPatience() {
            now += ReadyJobs.PATIENCE;
            assertThat(ready.ask()).isTrue();
            assertThat(ready.first()).isNotNull();
            assertThat(ready.ask()).isTrue();

            now += ReadyJobs.PATIENCE;

            assertThat(ready.ask()).isTrue();
        }
    }

    private RunningJob arrives() {
        assertThat(slots.tryReserve()).isTrue();
        slots.arrived();
        var job = job();
        ready.add(job);
        return job;
    }

    /** Of no run: here it only waits. */
    @SuppressWarnings("NullAway")
    private static RunningJob job() {
        var link = new ServerLink(null, null, new ServerAddress("localhost", 4730), List.of());
        var descriptor = JobDescriptor.builder("f", "f").build();
        return new RunningJob(null, link, null, descriptor, new Assignment("H:1", "f", "", new byte[0]));
    }
}
