package io.gearmancdi.driver.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which calls hear of which job. Equal foreground calls on one connection share a job, and the server sends them every
 * packet as many times as there are calls, under one handle: the k-th copy is for the k-th call that was attached. So
 * an abandoned call stays as a tombstone and takes its copies; tombstones are bounded.
 */
final class Attachments {

    private final int maxTombstones;
    private final Map<String, Object> byHandle = new HashMap<>();
    private final ArrayDeque<String> tombstones = new ArrayDeque<>();
    private volatile int size;

    Attachments(int maxTombstones) {
        this.maxTombstones = maxTombstones;
    }

    void attach(String handle, JobCall call) {
        byHandle.merge(handle, call, (present, added) -> {
            var group = present instanceof Group g ? g : new Group((JobCall) present);
            group.calls.add((JobCall) added);
            return group;
        });
        size = byHandle.size();
        if (call.isAbandoned()) {
            buried(handle);
        }
    }

    /** The call that this copy of an update is for; null for a job of nobody here. */
    @Nullable
    JobCall next(String handle) {
        var attached = byHandle.get(handle);
        return attached instanceof Group group ? group.next() : (JobCall) attached;
    }

    /** The call that this copy of an end is for; it is attached no longer. */
    @Nullable
    JobCall end(String handle) {
        var attached = byHandle.get(handle);
        if (attached instanceof Group group) {
            var ended = group.calls.remove(0);
            group.turn = 0;
            if (group.calls.isEmpty()) {
                remove(handle);
            }
            return ended;
        }
        remove(handle);
        return (JobCall) attached;
    }

    /** A call of this job has been abandoned. Beyond the bound the oldest jobs that nobody waits for are forgotten. */
    void buried(String handle) {
        tombstones.add(handle);
        if (tombstones.size() > maxTombstones) {
            var oldest = tombstones.remove();
            var attached = byHandle.get(oldest);
            if (attached != null && calls(attached).stream().allMatch(JobCall::isAbandoned)) {
                remove(oldest);
            }
        }
    }

    void drain(Consumer<JobCall> action) {
        var all = List.copyOf(byHandle.values());
        byHandle.clear();
        size = 0;
        tombstones.clear();
        all.forEach(attached -> calls(attached).forEach(action));
    }

    /** How many jobs there are. Any thread. */
    int size() {
        return size;
    }

    private void remove(String handle) {
        byHandle.remove(handle);
        size = byHandle.size();
    }

    private static List<JobCall> calls(Object attached) {
        return attached instanceof Group group ? group.calls : List.of((JobCall) attached);
    }

    private static final class Group {

        private final List<JobCall> calls = new ArrayList<>(2);
        private int turn;

        Group(JobCall first) {
            calls.add(first);
        }

        JobCall next() {
            var call = calls.get(turn);
            turn = (turn + 1) % calls.size();
            return call;
        }
    }
}
