package io.gearmancdi.it.ee.app;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.WorkerState;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Is at work when the application ends. */
@Work(name = "Slow")
class Slow {

    private static final int TRIES = 6_000;

    @Inject
    GearmanWorkers workers;

    /** Says that it has begun, and ends when its worker takes no further jobs. */
    @Job
    String untilTheDrain(GearmanJob job) throws InterruptedException {
        job.sendStatus(1, 2);
        var never = new CountDownLatch(1);
        for (int i = 0; i < TRIES; i++) {
            if (workers.state("io.gearmancdi.it.ee.app.Slow") != WorkerState.RUNNING) {
                return "drained";
            }
            never.await(10, TimeUnit.MILLISECONDS);
        }
        return "nothing has ended";
    }
}
