package io.gearmancdi.server.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All waiting jobs of one priority, and which functions have any: who looks for a job need not ask all the others. */
final class Ready {
    private final Priority priority;
    private final List<Function> functions = new ArrayList<>();

    Ready(Priority priority) {
        this.priority = priority;
    }

    void add(Job job) {
        var function = job.function;
        var queue = function.queue(priority);
        if (queue.first() == null) {
            function.ready[priority.place()] = functions.size();
            functions.add(function);
        }
        queue.addLast(job);
    }

    void remove(Job job) {
        var function = job.function;
        var queue = function.queue(priority);
        queue.remove(job);
        if (queue.first() == null) {
            int place = function.ready[priority.place()];
            var last = functions.remove(functions.size() - 1);
            if (last != function) {
                functions.set(place, last);
                last.ready[priority.place()] = place;
            }
        }
    }

    /** The oldest job that a worker may have: of its functions, or of those that have any, whichever are fewer. */
    @Nullable
    Job oldest(Peer worker) {
        var abilities = worker.abilities;
        Job oldest = null;
        if (functions.size() < abilities.size()) {
            for (var function : functions) {
                oldest = abilities.containsKey(function) ? older(oldest, function) : oldest;
            }
        } else {
            for (var function : abilities.keySet()) {
                oldest = older(oldest, function);
            }
        }
        return oldest;
    }

    private @Nullable Job older(@Nullable Job job, Function function) {
        var head = function.queue(priority).first();
        return head != null && (job == null || head.number < job.number) ? head : job;
    }

    /** The first job of the function that comes after the one that this worker was served last. */
    @Nullable
    Job nextInTurn(Peer worker) {
        if (functions.isEmpty()) {
            return null;
        }
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
}
