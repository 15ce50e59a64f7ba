package io.gearmancdi.driver.log;

import io.gearmancdi.DrainReport;
import io.gearmancdi.ServerAddress;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Every message of the driver. Those of INFO and above carry a number. */
public final class DriverLog {

    private static final System.Logger LOG = System.getLogger("io.gearmancdi.driver");

    private DriverLog() {}

    /**
     * A worker is connected.
     *
     * @param worker its name
     * @param server the server
     */
    public static void workerConnected(String worker, ServerAddress server) {
        LOG.log(Level.INFO, "GCDR-001 Worker {0} is connected to {1}", worker, server);
    }

    /**
     * A worker lost its connection, or could not make it.
     *
     * @param worker its name
     * @param server the server
     * @param cause why
     * @param nextMillis when it is tried again
     */
    public static void workerDisconnected(String worker, ServerAddress server, Throwable cause, long nextMillis) {
        LOG.log(
                Level.WARNING,
                () -> "GCDR-002 Worker " + worker + " is not connected to " + server + " (" + reason(cause)
                        + "); next attempt in " + nextMillis + " ms");
    }

    /**
     * A worker has stopped.
     *
     * @param worker its name
     * @param reason why
     */
    public static void workerStopped(String worker, String reason) {
        LOG.log(Level.INFO, "GCDR-003 Worker {0} has stopped: {1}", worker, reason);
    }

    /**
     * A worker is recycled.
     *
     * @param worker its name
     * @param reason why
     */
    public static void workerRecycled(String worker, String reason) {
        LOG.log(Level.INFO, "GCDR-004 Worker {0} starts anew: {1}", worker, reason);
    }

    /**
     * Jobs did not end in time.
     *
     * @param worker the worker
     * @param count how many
     */
    public static void handedBack(String worker, int count) {
        LOG.log(
                Level.WARNING,
                "GCDR-005 {1} jobs of worker {0} did not end in time; their servers give them to others",
                worker,
                count);
    }

    /**
     * A job threw.
     *
     * @param function its function
     * @param handle its handle
     * @param thrown what it threw
     */
    public static void jobThrew(String function, String handle, Throwable thrown) {
        LOG.log(Level.WARNING, () -> "GCDR-006 Job " + Printable.of(handle) + " of " + function + " threw", thrown);
    }

    /**
     * A job ran too long.
     *
     * @param function its function
     * @param handle its handle
     */
    public static void executionTimeout(String function, String handle) {
        LOG.log(
                Level.WARNING,
                () -> "GCDR-007 Job " + Printable.of(handle) + " of " + function
                        + " exceeded its execution timeout; it was failed and interrupted");
    }

    /**
     * Threads do not answer their interrupt.
     *
     * @param worker the worker
     * @param count how many
     */
    public static void stuck(String worker, int count) {
        LOG.log(
                Level.ERROR,
                "GCDR-008 Worker {0} takes no jobs: {1} jobs over their execution timeout ignore the interrupt",
                worker,
                count);
    }

    /**
     * All workers have stopped for good.
     *
     * @param report what became of their jobs
     */
    public static void drained(DrainReport report) {
        LOG.log(
                Level.INFO,
                () -> "GCDR-015 All workers have stopped: " + report.finished() + " running jobs finished, "
                        + report.handedBack().size() + " were handed back, in "
                        + report.took().toMillis() + " ms");
    }

    /**
     * A worker that took no jobs takes jobs again.
     *
     * @param worker the worker
     */
    public static void unstuck(String worker) {
        LOG.log(Level.INFO, "GCDR-014 Worker {0} takes jobs again: a thread has come back", worker);
    }

    /**
     * The executor takes nothing.
     *
     * @param what it should have taken
     * @param cause why
     * @param unsaid how often it has refused since the last time that was logged
     */
    public static void executorRefused(String what, Throwable cause, long unsaid) {
        LOG.log(
                Level.WARNING,
                () -> "GCDR-009 The executor refused " + what + " (" + reason(cause) + "); it is tried again"
                        + (unsaid == 0 ? "" : ", as " + unsaid + " times before"));
    }

    /**
     * An observer or listener threw.
     *
     * @param event what it was told
     * @param thrown what it threw
     */
    public static void listenerThrew(Object event, Throwable thrown) {
        LOG.log(
                Level.WARNING,
                () -> "GCDR-010 A listener of " + event.getClass().getSimpleName() + " threw",
                thrown);
    }

    /**
     * The library itself went wrong.
     *
     * @param where what it was doing
     * @param thrown what was thrown
     */
    public static void internal(String where, Throwable thrown) {
        LOG.log(Level.ERROR, () -> "GCDR-011 Unexpected: " + where, thrown);
    }

    /**
     * A server sent an error that answers nothing.
     *
     * @param server the server
     * @param code its code
     * @param text its text
     * @param unsaid how many more it has sent since the last one that was logged
     */
    static void serverError(ServerAddress server, String code, String text, long unsaid) {
        LOG.log(
                Level.WARNING,
                () -> "GCDR-012 Server " + server + " says " + Printable.of(code) + ": " + Printable.of(text)
                        + (unsaid == 0 ? "" : "; and " + unsaid + " errors before it"));
    }

    /**
     * A server does not answer.
     *
     * @param server the server
     */
    public static void silent(ServerAddress server) {
        LOG.log(Level.WARNING, "GCDR-016 Server {0} owes an answer and is silent: others are asked first", server);
    }

    /**
     * A client connection has ended.
     *
     * @param server the server
     * @param cause why; null where it was closed on purpose
     */
    public static void clientDisconnected(ServerAddress server, @Nullable Throwable cause) {
        if (cause != null) {
            LOG.log(Level.WARNING, () -> "GCDR-013 The client lost its connection to " + server + ": " + reason(cause));
        }
    }

    /**
     * Keys or certificates have changed and cannot be read.
     *
     * @param cause naming the file
     */
    public static void tlsUnreadable(Throwable cause) {
        LOG.log(Level.WARNING, () -> "GCDR-017 " + reason(cause) + "; what was read before stays in use");
    }

    private static String reason(Throwable cause) {
        var message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : Printable.of(message);
    }
}
