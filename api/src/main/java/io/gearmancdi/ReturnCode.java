package io.gearmancdi;

/** How a submission ended, with the numbers that libgearman and PHP use. */
public enum ReturnCode {
    /** The job completed, or the background job was accepted. */
    SUCCESS(0),
    /** Not ended yet. */
    IO_WAIT(1),
    /** The connection was lost; the outcome may be unknown. */
    LOST_CONNECTION(14),
    /** The job server refused the job: its queue is full. */
    JOB_QUEUE_FULL(17),
    /** The job server answered with another error. */
    SERVER_ERROR(18),
    /** The job threw: WORK_EXCEPTION. */
    WORK_EXCEPTION(23),
    /** The job failed: WORK_FAIL. */
    WORK_FAIL(24),
    /** No connection to a job server could be made. */
    COULD_NOT_CONNECT(26),
    /** The caller's timeout passed; the job may still run. */
    TIMEOUT(47);

    private final int code;

    ReturnCode(int code) {
        this.code = code;
    }

    /** {@return the number that libgearman gives this code} */
    public int code() {
        return code;
    }
}
