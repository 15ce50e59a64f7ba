package io.gearmancdi.event;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.ReturnCode;
import java.util.List;
import java.util.OptionalLong;

/**
 * A worker has run a job, well or badly; delivered after the end of the job was sent. The slot runs no further job
 * until the observers have returned.
 */
public interface WorkExecuted {

    /** {@return the jobs that the running worker offers} */
    List<JobDescriptor> jobs();

    /** {@return the job that has run; what is sent on it now is ignored} */
    GearmanJob job();

    /** {@return how many jobs the worker still begins before its limit; empty: no limit} */
    OptionalLong iterationsRemaining();

    /** {@return SUCCESS, WORK_FAIL or WORK_EXCEPTION; LOST_CONNECTION if the end could not be sent} */
    ReturnCode returnCode();
}
