package io.gearmancdi.server.engine;

import org.jspecify.annotations.Nullable;

/**
 * A job and its links: it is its own entry in a {@link JobList}, the {@link NumberTable}, the {@link UniqueTable}, the
 * {@link Arrivals} and the {@link Timers}, each of which owns the fields that bear its name.
 */
final class Job {
    enum State {
        /** Its time has not come. */
        DELAYED,
        /** In the queue of its function. */
        WAITING,
        /** In the list of the peer that runs it. */
        RUNNING
    }

    private static final long OWN_BYTES = 250;

    final long number;
    final Function function;
    final Priority priority;
    final byte[] unique;
    final byte[] workload;
    final byte @Nullable [] reducer;
    final boolean byContent;

    State state = State.DELAYED;
    boolean background;

    /** Cancelled while it ran: it belongs to its worker alone. */
    boolean disowned;

    int lost;
    long numerator;
    long denominator;

    @Nullable
    Peer worker;

    /** The newest of those who wait for it. */
    @Nullable
    Listener listener;

    int listeners;

    /** Links of {@link JobList}; a job is in one at most. */
    @Nullable
    Job previousInList;

    @Nullable
    Job nextInList;

    /** Links and hash of the tables. */
    @Nullable
    Job nextByNumber;

    @Nullable
    Job nextByUnique;

    final int uniqueHash;

    /** Links of {@link Arrivals}. */
    @Nullable
    Job previousArrival;

    @Nullable
    Job nextArrival;

    /** How many walks along the arrivals come to this job next. */
    int walks;

    /** Time and place in {@link Timers}: when it may start, by the clock on the wall, or must have ended. */
    long due;

    int timer = Timers.NONE;

    /** Where the {@link Journal} has it. */
    long place = Journal.NOWHERE;

    Job(long number, Function function, Submission submission) {
        this.number = number;
        this.function = function;
        this.priority = submission.priority();
        this.unique = submission.unique();
        this.workload = submission.workload();
        this.reducer = submission.reducer();
        this.byContent = submission.byContent();
        this.uniqueHash = submission.keyHash();
        this.background = submission.background();
        this.due = submission.due();
    }

    /** What makes it equal to another job of its function. */
    byte[] key() {
        return byContent ? workload : unique;
    }

    /** What it takes up in memory, roughly: itself, its place in the tables, its arrays. */
    long bytes() {
        return OWN_BYTES + workload.length + unique.length + (reducer == null ? 0 : reducer.length);
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether nobody is interested in its end. */
    boolean isAbandoned() {
        return !background && listener == null;
    }

    void progress(long done, long of) {
        numerator = done;
        denominator = of;
    }
}
