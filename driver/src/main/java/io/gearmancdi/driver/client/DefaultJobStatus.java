package io.gearmancdi.driver.client;

import io.gearmancdi.JobStatus;

/** What a server said of a job. */
record DefaultJobStatus(State state, long completed, long total, boolean finished) implements JobStatus {

    @Override
    public boolean isKnown() {
        return state != State.UNKNOWN;
    }

    @Override
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public long getCompleted() {
        return completed;
    }

    @Override
    public long getCompletionTotal() {
        return total;
    }

    @Override
    public double getCompletionPercent() {
        return total == 0 ? 0 : (double) completed / total;
    }
}
