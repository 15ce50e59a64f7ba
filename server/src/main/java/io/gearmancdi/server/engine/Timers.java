package io.gearmancdi.server.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The jobs that wait for a time, the earliest first: a binary heap in which every job knows its place. */
final class Timers {
    /** The place of a job that waits for no time. */
    static final int NONE = -1;

    private static final int SMALLEST = 16;

    private @Nullable Job[] heap = new Job[SMALLEST];
    private int size;

    /** The earliest job that is due, or null. */
    @Nullable
    Job due(long now) {
        return next() <= now ? heap[0] : null;
    }

    /** When the earliest job is due, {@link Long#MAX_VALUE} where there is none. */
    long next() {
        var first = heap[0];
        return first == null ? Long.MAX_VALUE : first.due;
    }

    void add(Job job, long due) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        job.due = due;
        rise(size++, job);
    }

    /** Takes a job out, if it is in. */
    void remove(Job job) {
        int hole = job.timer;
        if (hole == NONE) {
            return;
        }
        job.timer = NONE;
        var last = at(--size);
        heap[size] = null;
        if (last != job) {
            sink(hole, last);
            rise(last.timer, last);
        }
        if (size < heap.length / 4 && heap.length > SMALLEST) {
            heap = Arrays.copyOf(heap, heap.length / 2);
        }
    }

    /** How many jobs have room: timers that were many give their memory back. */
    int room() {
        return heap.length;
    }

    private void rise(int place, Job job) {
        int hole = place;
        while (hole > 0 && at((hole - 1) / 2).due > job.due) {
            put(hole, at((hole - 1) / 2));
            hole = (hole - 1) / 2;
        }
        put(hole, job);
    }

    private void sink(int place, Job job) {
        int hole = place;
        for (int child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && at(child + 1).due < at(child).due) {
                child++;
            }
            if (at(child).due >= job.due) {
                break;
            }
            put(hole, at(child));
            hole = child;
        }
        put(hole, job);
    }

    private void put(int place, Job job) {
        heap[place] = job;
        job.timer = place;
    }

    private Job at(int place) {
        return heap[place];
    }
}
