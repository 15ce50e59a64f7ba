package com.acme;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.Work;
import java.util.Locale;

// tag::worker[]
@Work(
        name = "MyAcmeWorker",
        description = "Acme Worker. Containing multiple available jobs",
        iterations = 3,
        minimumExecutionTime = 3,
        timeout = 20,
        defaultMethod = SubmitMethod.HIGH)
class AcmeWorker {

    @Job(name = "doSomething", iterations = 10, defaultMethod = SubmitMethod.BACKGROUND)
    boolean testA(GearmanJob job) {
        job.sendStatus(1, 1);
        return true;
    }

    @Job
    String testB(String workload) {
        return workload.toUpperCase(Locale.ROOT);
    }
}
// end::worker[]
