package io.gearmancdi.server.engine;

import io.gearmancdi.server.engine.Job.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All jobs and the ways from one state to the next. Sends nothing but wake-ups. */
final class Jobs {
    private final NumberTable numbers = new NumberTable();
    private final UniqueTable uniques = new UniqueTable();
    private final Arrivals arrivals = new Arrivals();
    private final Timers timers = new Timers();
    private final Delays delays = new Delays();
    private final List<Ready> ready = Priority.IN_ORDER.stream().map(Ready::new).toList();
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

    /** When running jobs must have ended. */
    Timers timers() {
        return timers;
    }

    Delays delays() {
        return delays;
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

    /** A new job waits for a worker, or for its time. */
    void begin(Job job, long now) {
        if (delays.isLater(job, now)) {
            delays.add(job);
        } else {
            queue(job, now);
        }
    }

    void attach(Job job, Peer client) {
        Listener.attach(job, client);
        bytes += Listener.BYTES;
    }

    void detach(Listener listener) {
        listener.detach();
        bytes -= Listener.BYTES;
    }

    /** Puts a job at the end of its queue and wakes workers. */
    void queue(Job job, long now) {
        job.state = State.WAITING;
        ready(job.priority).add(job);
        rousing.wake(job.function, now);
    }

    /** The most urgent of the jobs that a worker may have. */
    @Nullable
    Job next(Peer worker) {
        for (var jobs : ready) {
            var found = roundRobin ? jobs.nextInTurn(worker) : jobs.oldest(worker);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Gives a waiting job to a worker, until a time where that is not 0. */
    void assign(Job job, Peer worker, long until) {
        ready(job.priority).remove(job);
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
        switch (job.state) {
            case DELAYED -> delays.remove(job);
            case WAITING -> ready(job.priority).remove(job);
            case RUNNING -> release(job);
        }
        noteEnd(job);
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
        job.disowned = true;
        job.background = false;
        forgetListeners(job);
        uniques.remove(job);
    }

    private void forgetListeners(Job job) {
        for (var listener = job.listener; listener != null; listener = job.listener) {
            detach(listener);
        }
    }

    private Ready ready(Priority priority) {
        return ready.get(priority.place());
    }
}
