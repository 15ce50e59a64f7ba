package io.gearmancdi.driver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.driver.io.IoLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlacesTest {

    private final IoLoop loop = new IoLoop(Thread::new);
    private final Places places = new Places(loop, 16);

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void areNoMoreThanWereMade() throws InterruptedException {
        fill();

        assertThat(places.tryEnter()).isFalse();
        assertThat(places.enter(in(Duration.ofMillis(5)))).isFalse();
    }

    @Test
    void areTakenAgainAtOnceByWhoComes() throws InterruptedException {
        fill();
        var asked = new CountDownLatch(1);
        var held = holdLoop(asked);

        places.leave();

        assertThat(places.tryEnter()).isTrue();
        assertThat(places.tryEnter()).isFalse();
        asked.countDown();
        held.join();
    }

    @Test
    void wakeWhoWaitsWhenAnEighthIsFree() throws InterruptedException {
        fill();
        var asked = new CountDownLatch(1);
        var held = holdLoop(asked);

        var entered = new CompletableFuture<Boolean>();
        var waiting = new Thread(() -> entered.complete(enter(Duration.ofSeconds(10))));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        places.leave();
        assertThat(entered).failsWithin(Duration.ofMillis(50)).withThrowableOfType(TimeoutException.class);
        places.leave();

        assertThat(entered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        asked.countDown();
        held.join();
    }

    @Test
    void wakeWhoWaitsSoonAfterTheFirstIsFree() throws InterruptedException {
        fill();

        places.leave();
        assertThat(places.enter(in(Duration.ofSeconds(10)))).isTrue();
        places.leave();

        assertThat(places.enter(in(Duration.ofSeconds(10)))).isTrue();
    }

    private void fill() {
        for (int i = 0; i < 16; i++) {
            assertThat(places.tryEnter()).isTrue();
        }
    }

    /** No timer runs until then. */
    private CompletableFuture<Void> holdLoop(CountDownLatch until) throws InterruptedException {
        var ended = new CompletableFuture<Void>();
        var held = new CountDownLatch(1);
        loop.execute(() -> {
            held.countDown();
            try {
                assertThat(until.await(20, TimeUnit.SECONDS)).isTrue();
                ended.complete(null);
            } catch (InterruptedException e) {
                ended.completeExceptionally(e);
            }
        });
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        return ended;
    }

    private boolean enter(Duration within) {
        try {
            return places.enter(in(within));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
