package io.gearmancdi;

/** What the clients get when a job method throws. */
public enum ExceptionPolicy {
    /** WORK_EXCEPTION with class and message. */
    EXCEPTION,
    /** The message as WORK_WARNING, then WORK_FAIL: for clients that do not ask their server for exceptions. */
    FAIL
}
