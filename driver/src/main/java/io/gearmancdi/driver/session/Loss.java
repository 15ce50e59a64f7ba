package io.gearmancdi.driver.session;

/** How far a request had come when its connection was lost. */
public enum Loss {
    /** No byte was written. */
    NOT_SENT,
    /** Bytes were written, no answer came. */
    UNANSWERED,
    /** The server had accepted the job, its end did not come. */
    ACCEPTED
}
