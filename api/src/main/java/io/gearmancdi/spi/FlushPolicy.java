package io.gearmancdi.spi;

/**
 * When an embedded job server with a store on disk forces what it has written. Whatever the policy, a job is written
 * before its client is told that it was accepted, so that it survives the end of the process; the policy decides what a
 * failure of power or of the operating system may take.
 */
public enum FlushPolicy {
    /**
     * A client is told once its job is forced; nothing that was accepted is lost. Jobs that come together share a
     * force.
     */
    EACH,

    /** Forced now and then; what was accepted since may be lost. */
    INTERVAL,

    /** Left to the operating system; what was accepted in the last half minute or so may be lost. */
    NONE
}
