package io.gearmancdi.server.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Wakes workers. Where one is woken for each job, that one may be dead or busy; so everybody else is woken if there are
 * jobs left a moment later.
 */
final class Rousing {
    /**
     * Milliseconds in which a woken worker should have come: many times a round trip, and nothing that anybody notices.
     */
    static final long PATIENCE = 25;

    private final Deque<Function> watched = new ArrayDeque<>();
    private final int wakeUps;

    Rousing(int wakeUps) {
        this.wakeUps = wakeUps;
    }

    /** A job of this function waits. */
    void wake(Function function, long now) {
        if (function.sleepers.isEmpty()) {
            return;
        }
        if (wakeUps == EngineSettings.AS_NEEDED) {
            function.wake(1);
            watch(function, now);
        } else {
            function.wake(wakeUps == 0 ? Integer.MAX_VALUE : wakeUps);
        }
    }

    private void watch(Function function, long now) {
        if (function.rousedAt == Function.NEVER) {
            function.rousedAt = now;
            watched.add(function);
        }
    }

    /** When {@link #tick} has something to do. */
    long next() {
        var first = watched.peek();
        return first == null ? Long.MAX_VALUE : first.rousedAt + PATIENCE;
    }

    void tick(long now) {
        while (next() <= now) {
            var function = watched.remove();
            function.rousedAt = Function.NEVER;
            if (function.hasWork()) {
                function.wake(Integer.MAX_VALUE);
            }
        }
    }
}
