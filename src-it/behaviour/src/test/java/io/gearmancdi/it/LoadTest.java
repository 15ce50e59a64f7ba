package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads share one client. */
@Timeout(180)
class LoadTest extends OnEveryServer {

    private static final int THREADS = 32;
    private static final int CALLS = 10_000;

    /** When the interrupted caller is interrupted: as often as the others get on. */
    private final Semaphore moments = new Semaphore(0);

    @Test
    void everyOfManyCallsGetsItsOwnAnswerThoughOneCallerIsInterruptedAgainAndAgain() throws Exception {
        work("increment", job -> job.as(Integer.class) + 1, settings -> settings.withConcurrency(4));
        var pool = Executors.newFixedThreadPool(THREADS);
        var over = new AtomicBoolean();
        var victim = new Thread(() -> callsUntil(over));
        var tormentor = new Thread(() -> {
            while (!over.get()) {
                moments.acquireUninterruptibly();
                victim.interrupt();
            }
        });
        victim.start();
        tormentor.start();
        try {
            var callers = new ArrayList<Callable<Integer>>();
            for (int t = 0; t < THREADS; t++) {
                int first = t * CALLS;
                callers.add(() -> calls(first));
            }
            var answers = 0;
            for (var caller : pool.invokeAll(callers, 170, TimeUnit.SECONDS)) {
                answers += caller.get();
            }
            assertThat(answers).isEqualTo(THREADS * CALLS);
        } finally {
            over.set(true);
            moments.release();
            pool.shutdownNow();
            tormentor.join();
            victim.join();
        }
    }

    private int calls(int first) {
        int right = 0;
        for (int i = first; i < first + CALLS; i++) {
            var answer = client().doJob("increment", i).as(Integer.class);
            assertThat(answer).isEqualTo(i + 1);
            right++;
            if (right % 100 == 0) {
                moments.release();
            }
        }
        return right;
    }

    private void callsUntil(AtomicBoolean over) {
        int i = -1;
        while (!over.get()) {
            try {
                assertThat(client().doJob("increment", i).as(Integer.class)).isEqualTo(i + 1);
            } catch (GearmanException e) {
                assertThat(e).hasCauseInstanceOf(InterruptedException.class);
            }
            Thread.interrupted();
            i--;
        }
    }
}
