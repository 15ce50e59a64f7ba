package io.gearmancdi.server.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/** A function: its waiting jobs, who offers it and who sleeps until there is one. */
final class Function {
    final Name name;

    /** Peers that offer this function and sleep, the longest sleeper first. */
    final Set<Peer> sleepers = new LinkedHashSet<>();

    /** By the place of the priority. */
    private final JobList[] queues = {new JobList(), new JobList(), new JobList()};

    /** Where it stands in {@link Ready}, by the place of the priority. */
    final int[] ready = new int[queues.length];

    private final int[] limits = new int[queues.length];

    static final long NEVER = Long.MIN_VALUE;

    /** When {@link Rousing} began to watch whether its sleepers come. */
    long rousedAt = NEVER;

    int workers;
    int total;
    int running;

    Function(Name name) {
        this.name = name;
    }

    JobList queue(Priority priority) {
        return queues[priority.place()];
    }

    boolean hasWork() {
        for (var queue : queues) {
            if (queue.first() != null) {
                return true;
            }
        }
        return false;
    }

    /** Limits the jobs of this function, waiting or running, that may be there before another one of a priority. */
    void limit(Priority priority, int jobs) {
        limits[priority.place()] = jobs;
    }

    boolean isFull(Priority priority) {
        int limit = limits[priority.place()];
        return limit > 0 && total >= limit;
    }

    Statistics.OfFunction statistics() {
        return new Statistics.OfFunction(name.toString(), total - running, running, workers);
    }

    /** Wakes sleepers. Who is woken sleeps for no other function either. */
    void wake(int atMost) {
        for (int woken = 0; woken < atMost && !sleepers.isEmpty(); woken++) {
            sleepers.iterator().next().wake();
        }
    }
}
