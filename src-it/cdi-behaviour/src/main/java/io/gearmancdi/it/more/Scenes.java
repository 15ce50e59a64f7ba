package io.gearmancdi.it.more;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.JobFailure;
import io.gearmancdi.Work;
import jakarta.inject.Inject;

/** One job for each way that a job can go. */
@Work(name = "Scenes", concurrency = 2)
public class Scenes {

    @Inject
    Gate gate;

    /** Made by the container. */
    public Scenes() {}

    @Job
    String success(String text) {
        return text;
    }

    @Job
    String data(GearmanJob job) {
        job.sendData("part");
        return "end";
    }

    @Job
    String warning(GearmanJob job) {
        job.sendWarning("careful");
        return "end";
    }

    @Job
    String status(GearmanJob job) {
        job.sendStatus(1, 2);
        return "end";
    }

    @Job
    void fail() {
        throw new JobFailure();
    }

    @Job
    void exception() {
        throw new IllegalStateException("broken");
    }

    @Job
    String disconnect() throws InterruptedException {
        gate.pass();
        return "late";
    }

    @Job
    String unique(GearmanJob job) {
        return job.unique().orElse("");
    }

    @Job
    String thread() {
        return Thread.currentThread().toString();
    }
}
