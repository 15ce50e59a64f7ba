package io.gearmancdi.driver.client;

import java.util.List;
import java.util.function.Function;

/** Runs tasks for a caller that waits in its own thread. */
final class CallerRun {

    private final ClientCore core;
    private final CallerMailbox mailbox;
    private final List<ClientTask> tasks;
    private final long deadline;

    /**
     * @param deadline for all tasks together, beside the deadlines of their own
     */
    CallerRun(ClientCore core, int count, Function<Mailbox, List<ClientTask>> tasks, long deadline) {
        this.core = core;
        this.mailbox = new CallerMailbox(count);
        this.tasks = tasks.apply(mailbox);
        this.deadline = deadline;
    }

    /** Submits all and waits until all have ended. */
    List<ClientTask> run() {
        tasks.forEach(core::submit);
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = mailbox.await(nextDeadline(), core.events);
                if (!ended) {
                    expire();
                }
            } catch (InterruptedException e) {
                interrupted = true;
                tasks.forEach(task -> task.giveUp(e));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return tasks;
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
