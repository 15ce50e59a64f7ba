package io.gearmancdi.it.app;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.JobFailure;
import io.gearmancdi.Work;

/** Jobs whose events are watched; apart from the others, because the end of a run does not name its job. */
@Work(name = "Talker")
class Talker {

    @Job
    String talk(GearmanJob job) {
        job.sendData("part ");
        job.sendWarning("careful");
        job.sendStatus(1, 2);
        return "end";
    }

    @Job
    void fail() {
        throw new JobFailure("cannot");
    }

    @Job
    void crash() {
        throw new IllegalStateException("broken");
    }
}
