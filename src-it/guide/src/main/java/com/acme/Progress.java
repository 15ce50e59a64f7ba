package com.acme;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells how far a job is. */
@ApplicationScoped
class Progress {

    @Inject
    GearmanClient gearman;

    // tag::status[]
    String of(String handle) {
        JobStatus status = gearman.getJobStatus(JobHandle.parse(handle));
        return switch (status.state()) {
            case QUEUED -> "waits";
            case RUNNING -> "%.0f %% done".formatted(100 * status.getCompletionPercent());
            case UNKNOWN -> status.isFinished() ? "done" : "not known any more";
        };
    }
    // end::status[]
}
