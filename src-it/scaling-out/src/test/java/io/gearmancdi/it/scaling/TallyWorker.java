package io.gearmancdi.it.scaling;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** The worker of the WAR. */
@Work(name = "tally", concurrency = 2)
public class TallyWorker {

    /** How long a job takes: long enough that others get some too. */
    static final long NANOS = 5_000_000;

    /** Made by the container. */
    public TallyWorker() {}

    /**
     * Writes down that it was here.
     *
     * @param job the job
     * @throws IOException if it cannot
     */
    @Job(function = "tally")
    public void tally(String job) throws IOException {
        LockSupport.parkNanos(NANOS);
        Note.write(job);
    }
}
