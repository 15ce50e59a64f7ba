package io.gearmancdi.server.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All jobs in the order they came, linked through themselves. One can walk along them while they come and go. */
final class Arrivals {
    private final List<Walk> walks = new ArrayList<>();
    private @Nullable Job first;
    private @Nullable Job last;

    void add(Job job) {
        job.previousArrival = last;
        if (last == null) {
            first = job;
        } else {
            last.nextArrival = job;
        }
        last = job;
    }

    void remove(Job job) {
        if (job.walks > 0) {
            walks.forEach(walk -> walk.passOver(job));
        }
        var previous = job.previousArrival;
        var next = job.nextArrival;
        if (previous == null) {
            first = next;
        } else {
            previous.nextArrival = next;
        }
        if (next == null) {
            last = previous;
        } else {
            next.previousArrival = previous;
        }
        job.previousArrival = null;
        job.nextArrival = null;
    }

    /** Begins with the oldest job. To be closed, or walked to its end. */
    Walk walk() {
        var walk = new Walk(first, last == null ? 0 : last.number);
        walks.add(walk);
        return walk;
    }

    /**
     * Shows every job that was there at its beginning and is there still when its turn comes, and none that came later.
     */
    final class Walk implements Iterator<Job>, AutoCloseable {
        private final long end;
        private @Nullable Job ahead;

        private Walk(@Nullable Job ahead, long end) {
            this.end = end;
            comeTo(ahead);
        }

        private void passOver(Job job) {
            if (ahead == job) {
                comeTo(job.nextArrival);
            }
        }

        private void comeTo(@Nullable Job job) {
            if (ahead != null) {
                ahead.walks--;
            }
            ahead = job;
            if (job != null) {
                job.walks++;
            }
        }

        @Override
        public boolean hasNext() {
            return ahead != null && ahead.number <= end;
        }

        @Override
        public Job next() {
            var job = ahead;
            if (job == null || !hasNext()) {
                throw new NoSuchElementException();
            }
            comeTo(job.nextArrival);
            return job;
        }

        @Override
        public void close() {
            walks.remove(this);
            comeTo(null);
        }
    }
}
