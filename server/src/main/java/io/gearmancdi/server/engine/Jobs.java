package io.gearmancdi.server.engine;

import io.gearmancdi.server.engine.Job.State;
import org.jspecify.annotations.Nullable;

/** All jobs and the ways from one state to the next. Sends nothing but wake-ups. */
final class Jobs {
    private final NumberTable numbers = new NumberTable();
    private final UniqueTable uniques = new UniqueTable();
    private final Arrivals arrivals = new Arrivals();
    private final Timers timers = new Timers();
    private final Counters counters = new Counters();
    private final Rousing rousing;
    private final boolean roundRobin;
    private final Journal journal;
    private long running;
    private long bytes;
    private long lastNumber;

    Jobs(Rousing rousing, boolean roundRobin, Journal journal) {
        this.journal = journal;
        this.rousing = rousing;
        this.roundRobin = roundRobin;
    }

    Counters counters() {
        return counters;
    }

    long running() {
        return running;
    }

    /** What all jobs take up, by a rough estimate. */
    long bytes() {
        return bytes;
    }

    NumberTable numbers() {
        return numbers;
    }

    UniqueTable uniques() {
        return uniques;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Timers timers() {
        return timers;
    }

    /** A new job, which waits in no queue yet. */
    Job create(Function function, Submission submission) {
        counters.created++;
        return add(new Job(++lastNumber, function, submission), submission);
    }

    /** A job from the store, which waits in no queue yet. */
    Job restore(Function function, StoredJob stored, long place) {
        skipTo(stored.number());
        var job = new Job(stored.number(), function, stored.submission());
        job.lost = stored.lost();
        job.place = place;
        return add(job, stored.submission());
    }

    /** No job gets a number up to this one any more. */
    void skipTo(long number) {
        lastNumber = Math.max(lastNumber, number);
    }

    long lastNumber() {
        return lastNumber;
    }

    private Job add(Job job, Submission submission) {
        numbers.add(job);
        arrivals.add(job);
        if (submission.mayJoin()) {
            uniques.add(job);
        }
        job.function.total++;
        bytes += job.bytes();
        return job;
    }

    /** From now on the job outlives the process. */
    void keep(Job job) {
        if (job.place == Journal.NOWHERE) {
            note(job);
        }
    }

    /** Notes a job, anew if it was noted before. */
    void note(Job job) {
        job.place = journal.accepted(StoredJob.of(job));
    }

    void noteLost(Job job) {
        if (job.place != Journal.NOWHERE) {
            journal.lost(job.number, job.lost);
        }
    }

    private void noteEnd(Job job) {
        if (job.place != Journal.NOWHERE) {
            journal.ended(job.number, job.place);
            job.place = Journal.NOWHERE;
        }
    }

    void delay(Job job) {
        timers.add(job, job.due);
    }

    /** Puts a job at the end of its queue and wakes workers. */
    void queue(Job job, long now) {
        job.state = State.WAITING;
        job.function.queue(job.priority).addLast(job);
        rousing.wake(job.function, now);
    }

    /** The most urgent of the jobs that a worker may have. */
    @Nullable
    Job next(Peer worker) {
        for (var priority : Priority.IN_ORDER) {
            var found = roundRobin ? nextInTurn(worker, priority) : oldest(worker, priority);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Job oldest(Peer worker, Priority priority) {
        Job oldest = null;
        for (var function : worker.abilities.keySet()) {
            var head = function.queue(priority).first();
            if (head != null && (oldest == null || head.number < oldest.number)) {
                oldest = head;
            }
        }
        return oldest;
    }

    /** Of the function that comes after the one that was served last. */
    private static @Nullable Job nextInTurn(Peer worker, Priority priority) {
        Job first = null;
        boolean passed = false;
        for (var function : worker.abilities.keySet()) {
            var head = function.queue(priority).first();
            if (head != null && passed) {
                return head;
            }
            first = first == null ? head : first;
            passed |= function == worker.served;
        }
        return first;
    }

    /** Gives a waiting job to a worker, until a time where that is not 0. */
    void assign(Job job, Peer worker, long until) {
        job.function.queue(job.priority).remove(job);
        job.state = State.RUNNING;
        job.worker = worker;
        worker.held.addLast(job);
        job.function.running++;
        running++;
        worker.served = job.function;
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
            running--;
        }
        timers.remove(job);
    }

    /** Forgets a job, whatever its state. */
    void remove(Job job) {
        if (job.state == State.WAITING) {
            job.function.queue(job.priority).remove(job);
        }
        noteEnd(job);
        release(job);
        forgetListeners(job);
        uniques.remove(job);
        numbers.remove(job);
        arrivals.remove(job);
        job.function.total--;
        bytes -= job.bytes();
    }

    /** Leaves a running job to its worker; nobody else has to do with it any more. */
    void disown(Job job) {
        noteEnd(job);
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
