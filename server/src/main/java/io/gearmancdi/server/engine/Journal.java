package io.gearmancdi.server.engine;

/**
 * Where the engine notes what must outlive the process: background jobs and what becomes of them.
 *
 * <p>Called by the thread of the engine. An implementation takes notes and neither fails nor blocks for long; whether
 * they are safe already is between it and who owns both: {@link Outlet#hold()} says where that matters.
 */
public interface Journal {
    /** A place that no job has: nothing is noted of it. */
    long NOWHERE = 0;

    /** Notes nothing. */
    Journal NONE = new Journal() {
        @Override
        public long accepted(StoredJob job) {
            return NOWHERE;
        }

        @Override
        public void lost(long number, int lost) {
            // nothing is noted
        }

        @Override
        public void ended(long number, long place) {
            // nothing is noted
        }
    };

    /**
     * A background job is there, or is to be noted anew in place of what was noted of it before.
     *
     * @param job the job
     * @return where it is noted, {@link #NOWHERE} where nothing is
     */
    long accepted(StoredJob job);

    /**
     * A noted job has lost a worker and waits for the next one.
     *
     * @param number the job
     * @param lost how many it has lost
     */
    void lost(long number, int lost);

    /**
     * A noted job has completed, failed or been cancelled.
     *
     * @param number the job
     * @param place where it was noted
     */
    void ended(long number, long place);
}
