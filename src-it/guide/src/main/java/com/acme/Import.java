package com.acme;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;

// tag::worker[]
@Work(name = "Import")
class Import {

    @Inject
    Rows rows;

    @Job
    int rows(GearmanJob job) {
        int total = job.as(Integer.class);
        for (int done = 0; done < total; done++) {
            if (job.isCancelled()) {
                break; // the execution timeout, or the application ends
            }
            rows.read(done);
            job.sendStatus(done + 1, total);
        }
        return total;
    }
}
// end::worker[]
