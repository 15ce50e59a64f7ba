package io.gearmancdi.server.engine;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A function: its waiting jobs, who offers it and who sleeps until there is one. */
final class Function {
    final Name name;

    /** Peers that offer this function and sleep, the longest sleeper first. */
    final Set<Peer> sleepers = new LinkedHashSet<>();

    private final Map<Priority, JobList> queues = new EnumMap<>(Priority.class);
    private final Map<Priority, Integer> limits = new EnumMap<>(Priority.class);

    int workers;
    int total;
    int running;

    Function(Name name) {
        this.name = name;
        Priority.IN_ORDER.forEach(priority -> queues.put(priority, new JobList()));
    }

    JobList queue(Priority priority) {
        return queues.get(priority);
    }

    boolean hasWork() {
        for (var queue : queues.values()) {
            if (queue.first() != null) {
                return true;
            }
        }
        return false;
    }

    /** Limits the jobs of this function, waiting or running, that may be there before another one of a priority. */
    void limit(Priority priority, int jobs) {
        limits.put(priority, jobs);
    }

    boolean isFull(Priority priority) {
        int limit = limits.getOrDefault(priority, 0);
        return limit > 0 && total >= limit;
    }

    /** Wakes sleepers. Who is woken sleeps for no other function either. */
    void wake(int atMost) {
        for (int woken = 0; woken < atMost && !sleepers.isEmpty(); woken++) {
            sleepers.iterator().next().wake();
        }
    }
}
