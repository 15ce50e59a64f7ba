package io.gearmancdi.server.engine;

import io.gearmancdi.server.engine.Job.State;
import org.jspecify.annotations.Nullable;

/** All jobs and the ways from one state to the next. Sends nothing but wake-ups. */
final class Jobs {
    private final NumberTable numbers = new NumberTable();
    private final UniqueTable uniques = new UniqueTable();
    private final Timers timers = new Timers();
    private final int wakeUps;
    private long lastNumber;

    Jobs(int wakeUps) {
        this.wakeUps = wakeUps == 0 ? Integer.MAX_VALUE : wakeUps;
    }

    NumberTable numbers() {
        return numbers;
    }

    UniqueTable uniques() {
        return uniques;
    }

    Timers timers() {
        return timers;
    }

    /** A new job, which waits in no queue yet. */
    Job create(Function function, Submission submission) {
        var job = new Job(++lastNumber, function, submission);
        numbers.add(job);
        if (submission.mayJoin()) {
            uniques.add(job);
        }
        function.total++;
        return job;
    }

    void delay(Job job) {
        timers.add(job, job.due);
    }

    /** Puts a job at the end of its queue and wakes workers. */
    void queue(Job job) {
        job.state = State.WAITING;
        job.function.queue(job.priority).addLast(job);
        job.function.wake(wakeUps);
    }

    /** The oldest of the most urgent jobs that a worker may have. */
    @Nullable
    Job next(Peer worker) {
        for (var priority : Priority.IN_ORDER) {
            Job oldest = null;
            for (var function : worker.abilities.keySet()) {
                var head = function.queue(priority).first();
                if (head != null && (oldest == null || head.number < oldest.number)) {
                    oldest = head;
                }
            }
            if (oldest != null) {
                return oldest;
            }
        }
        return null;
    }

    /** Gives a waiting job to a worker, until a time where that is not 0. */
    void assign(Job job, Peer worker, long until) {
        job.function.queue(job.priority).remove(job);
        job.state = State.RUNNING;
        job.worker = worker;
        worker.held.addLast(job);
        job.function.running++;
        if (until > 0) {
            timers.add(job, until);
        }
    }

    /** Takes a running job from its worker. It is in no list then. */
    void release(Job job) {
        var worker = job.worker;
        if (worker != null) {
            worker.held.remove(job);
            job.worker = null;
            job.function.running--;
        }
        timers.remove(job);
    }

    /** Forgets a job, whatever its state. */
    void remove(Job job) {
        if (job.state == State.WAITING) {
            job.function.queue(job.priority).remove(job);
        }
        release(job);
        forgetListeners(job);
        uniques.remove(job);
        numbers.remove(job);
        job.function.total--;
    }

    /** Leaves a running job to its worker; nobody else has to do with it any more. */
    void disown(Job job) {
        job.background = false;
        forgetListeners(job);
        uniques.remove(job);
    }

    private static void forgetListeners(Job job) {
        for (var listener = job.listener; listener != null; listener = job.listener) {
            listener.detach();
        }
    }
}
