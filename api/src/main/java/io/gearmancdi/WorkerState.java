package io.gearmancdi;

/** What a worker is doing. */
public enum WorkerState {
    /** Not started, or stopped. */
    STOPPED,
    /** Takes jobs. */
    RUNNING,
    /** Takes no further job and finishes those it has. */
    DRAINING
}
