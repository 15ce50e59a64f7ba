package io.gearmancdi.server.engine;

/** What has happened since the start. */
final class Counters {
    /** Jobs that were made. */
    long created;

    /** Submissions that joined a job that was there. */
    long joined;

    /** Jobs that ended well. */
    long completed;

    /** Jobs that ended with a failure or an exception, or were cancelled. */
    long failed;

    /** Runs that ended without their job, as the worker was lost or too slow. */
    long lost;
}
