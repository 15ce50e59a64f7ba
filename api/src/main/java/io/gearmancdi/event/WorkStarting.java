package io.gearmancdi.event;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import java.util.List;

/** A worker is about to run a job; delivered in the job's own thread, before its method. */
public interface WorkStarting {

    /** {@return the jobs that the running worker offers} */
    List<JobDescriptor> jobs();

    /** {@return the job that is about to run} */
    GearmanJob job();
}
