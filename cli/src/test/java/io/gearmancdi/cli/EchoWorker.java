package io.gearmancdi.cli;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;

/** What the tests list, describe and run. */
@Work(name = "Echo", description = "Says things again", iterations = 3)
class EchoWorker {

    @Inject
    Begun begun;

    @Job(description = "Says it", iterations = 10)
    String say(String text) {
        return text;
    }

    /** Runs until somebody lets the process end, which waits for it. */
    @Job
    String slow(GearmanJob job) throws InterruptedException {
        job.sendData("begun");
        begun.now();
        Thread.sleep(job.workloadSize());
        return "done";
    }
}
