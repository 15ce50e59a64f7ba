package io.gearmancdi.server.engine;

import org.jspecify.annotations.Nullable;

/** Jobs in order, linked through themselves. */
final class JobList {
    private @Nullable Job first;
    private @Nullable Job last;
    private int size;

    @Nullable
    Job first() {
        return first;
    }

    int size() {
        return size;
    }

    void addLast(Job job) {
        job.previousInList = last;
        job.nextInList = null;
        if (last == null) {
            first = job;
        } else {
            last.nextInList = job;
        }
        last = job;
        size++;
    }

    void remove(Job job) {
        var previous = job.previousInList;
        var next = job.nextInList;
        if (previous == null) {
            first = next;
        } else {
            previous.nextInList = next;
        }
        if (next == null) {
            last = previous;
        } else {
            next.previousInList = previous;
        }
        job.previousInList = null;
        job.nextInList = null;
        size--;
    }
}
