package io.gearmancdi.server.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A function: its waiting jobs, who offers it and who sleeps until there is one. */
final class Function {
    final Name name;

    /** Peers that offer this function and sleep, the longest sleeper first. */
    final Set<Peer> sleepers = new LinkedHashSet<>();

    private final List<JobList> queues =
            Stream.generate(JobList::new).limit(Priority.IN_ORDER.size()).toList();
    private final int[] limits = new int[Priority.IN_ORDER.size()];

    int workers;
    int total;
    int running;

    Function(Name name) {
        this.name = name;
    }

    JobList queue(Priority priority) {
        return queues.get(priority.ordinal());
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
        limits[priority.ordinal()] = jobs;
    }

    boolean isFull(Priority priority) {
        int limit = limits[priority.ordinal()];
        return limit > 0 && total >= limit;
    }

    /** Wakes sleepers. Who is woken sleeps for no other function either. */
    void wake(int atMost) {
        for (int woken = 0; woken < atMost && !sleepers.isEmpty(); woken++) {
            sleepers.iterator().next().wake();
        }
    }
}
