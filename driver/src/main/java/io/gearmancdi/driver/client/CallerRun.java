package io.gearmancdi.driver.client;

import io.gearmancdi.driver.io.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs tasks for a caller that waits in its own thread. */
final class CallerRun {

    private static final long LONG_ENOUGH = TimeUnit.MILLISECONDS.toNanos(2 * Connection.LINGER_MILLIS);

    private final ClientCore core;
    private final CallerMailbox mailbox;
    private final List<ClientTask> tasks;
    private final @Nullable ClientTask only;
    private final long deadline;

    /**
     * @param deadline for all tasks together, beside the deadlines of their own
     */
    CallerRun(ClientCore core, int count, Function<Mailbox, List<ClientTask>> tasks, long deadline) {
        this.core = core;
        this.mailbox = new CallerMailbox(count);
        this.tasks = tasks.apply(mailbox);
        this.only = count == 1 ? this.tasks.get(0) : null;
        this.deadline = deadline;
    }

    /** Submits all and waits until all have ended. */
    List<ClientTask> run() {
        tasks.forEach(core::submit);
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = mailbox.await(nextDeadline(), core.events, this::pause);
                if (!ended) {
                    expire();
                }
            } catch (InterruptedException e) {
                interrupted = true;
                tasks.forEach(task -> task.giveUp(e));
            }
        }
        if (only != null) {
            core.servers.left(only.server());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return tasks;
    }

    /** Reads what comes soon where nobody else waits; otherwise, and later, the I/O thread reads and wakes this one. */
    private void pause(long nanos) {
        if (only != null && nanos < LONG_ENOUGH) {
            core.servers.left(only.server());
        } else if (only != null && core.servers.await(only.server(), Connection.LINGER_MILLIS)) {
            return;
        }
        LockSupport.parkNanos(mailbox, nanos);
    }

    private long nextDeadline() {
        long next = deadline;
        for (var task : tasks) {
            if (!task.isOver() && task.deadline - next < 0) {
                next = task.deadline;
            }
        }
        return next;
    }

    private void expire() {
        long now = System.nanoTime();
        boolean all = deadline - now <= 0;
        for (var task : tasks) {
            if (all || task.deadline - now <= 0) {
                task.expire();
            }
        }
    }
}
