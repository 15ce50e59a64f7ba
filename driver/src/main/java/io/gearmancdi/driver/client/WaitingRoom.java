package io.gearmancdi.driver.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.function.Predicate;

/** The requests that wait for a connection. Guarded by its lock. */
final class WaitingRoom {

    private final Condition changed;
    private List<ServerRequest> requests = new ArrayList<>();
    private long bytes;

    WaitingRoom(Condition changed) {
        this.changed = changed;
    }

    void add(ServerRequest request) {
        requests.add(request);
        bytes += request.size();
    }

    List<ServerRequest> takeAll() {
        return takeIf(request -> true);
    }

    List<ServerRequest> takeIf(Predicate<ServerRequest> condition) {
        var taken = new ArrayList<ServerRequest>();
        var left = new ArrayList<ServerRequest>();
        bytes = 0;
        for (var request : requests) {
            if (condition.test(request)) {
                taken.add(request);
            } else {
                left.add(request);
                bytes += request.size();
            }
        }
        requests = left;
        changed.signalAll();
        return taken;
    }

    /** Waits until fewer bytes wait than the bound; false if the deadline came first. */
    boolean awaitLess(long bound, long deadline) throws InterruptedException {
        while (bytes >= bound) {
            if (changed.awaitNanos(deadline - System.nanoTime()) <= 0) {
                return false;
            }
        }
        return true;
    }
}
