package io.gearmancdi.driver.client;

import io.gearmancdi.BufferFullException;
import io.gearmancdi.CallInterruptedException;
import io.gearmancdi.ClientClosedException;
import io.gearmancdi.GearmanException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.QueueFullException;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.ServerErrorException;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.driver.log.Printable;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every exception of the client, with the words that say what to do. */
final class Failures {

    private final ClientSettings settings;

    Failures(ClientSettings settings) {
        this.settings = settings;
    }

    ServerConnectionException unreachable(String what, Route route) {
        var servers = route.servers().stream().map(ServerAddress::toString).collect(Collectors.joining(", "));
        var cause = route.cause();
        var why = cause == null || cause.getMessage() == null ? "" : ": " + Printable.of(cause.getMessage());
        return new ServerConnectionException(
                "No job server for '" + what + "' can be reached at " + servers + why
                        + ". Is it running, and is gearman.servers right?",
                route.lastServer(),
                cause);
    }

    ServerConnectionException noThread(String what, Route route, RejectedExecutionException cause) {
        return new ServerConnectionException(
                "Nothing was sent for '" + what + "': " + cause.getMessage()
                        + ". Is the container stopping, or short of memory or threads?",
                route.server(),
                cause);
    }

    SubmissionUnknownException submissionUnknown(ClientTask task, ServerAddress server, @Nullable Throwable cause) {
        return new SubmissionUnknownException(
                how(cause) + " before " + server + " had answered the submission of '" + task.function()
                        + "': the job may be queued or not",
                task.function(),
                server,
                cause);
    }

    /** By how far the task had come. */
    GearmanException lost(ClientTask task, @Nullable Throwable cause) {
        return task.handle().isPresent() ? outcomeUnknown(task, cause) : submissionUnknown(task, task.server(), cause);
    }

    private OutcomeUnknownException outcomeUnknown(ClientTask task, @Nullable Throwable cause) {
        return new OutcomeUnknownException(
                how(cause) + " before '" + task.function() + "' had ended at " + task.server()
                        + ": the job may have run or not",
                task.function(),
                task.handle().orElse(null),
                task.server(),
                cause);
    }

    private static String how(@Nullable Throwable cause) {
        return cause instanceof InterruptedException ? "The caller was interrupted" : "The connection was lost";
    }

    JobTimeoutException timedOut(ClientTask task) {
        var where = task.handle().isPresent() ? " has not ended within " : " was not accepted within ";
        return new JobTimeoutException(
                "'" + task.function() + "' at " + task.server() + where
                        + task.prepared.timeoutNanos() / 1_000_000
                        + " ms; it may still run. Is there a worker for it? Set a longer timeout or"
                        + " gearman.client.timeout",
                task.function(),
                task.handle().orElse(null),
                task.server());
    }

    GearmanException refused(String function, ServerAddress server, String code, String text) {
        if (code.equals("QUEUE_ERROR") || code.equals("JOB_QUEUE_FULL")) {
            return new QueueFullException(
                    "The queue of '" + function + "' at " + server + " is full", function, server);
        }
        return new ServerErrorException(
                "Server " + server + " refused '" + function + "': " + Printable.of(code) + ", " + Printable.of(text),
                function,
                server);
    }

    BufferFullException resultTooLarge(ClientTask task) {
        return new BufferFullException(
                "The result of '" + task.function() + "' has grown beyond gearman.client.max-result-size ("
                        + settings.maxResultSize() + " bytes)",
                task.function(),
                task.server());
    }

    BufferFullException tooMany(String function, ServerAddress server) {
        return new BufferFullException(
                settings.maxPending()
                        + " submissions are outstanding (gearman.client.max-pending), and none of them ended"
                        + " in time for '" + function + "'",
                function,
                server);
    }

    BufferFullException bufferFull(ClientTask task) {
        return new BufferFullException(
                "Server " + task.server()
                        + " takes no bytes: gearman.max-buffer-size of them wait for it, and there was no"
                        + " room in time for '" + task.function() + "'",
                task.function(),
                task.server());
    }

    CallInterruptedException interrupted(ClientTask task) {
        return new CallInterruptedException(
                "The thread was interrupted while '" + task.function() + "' waited for room; nothing was sent",
                task.function(),
                task.server());
    }

    CallInterruptedException interrupted(Route asked) {
        return new CallInterruptedException(
                "The thread was interrupted while it waited for " + asked.server() + " to tell the state of a job",
                "",
                asked.server());
    }

    JobTimeoutException notTold(Route asked, @Nullable JobHandle handle) {
        return new JobTimeoutException(
                "The state of a job was not told by " + asked.server() + " in time", "", handle, asked.server());
    }

    ClientClosedException closed() {
        return new ClientClosedException("The Gearman client is closed: its application has ended");
    }
}
