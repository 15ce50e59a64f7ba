package io.gearmancdi.driver.io;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done when. Cancelled timers stay until half of all are cancelled: calls are ended far oftener than
 * late.
 */
final class Timers {

    private static final int SMALL = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Timer> queue = new PriorityQueue<>(Timer.ORDER);
    private long sequence;
    private int cancelled;

    /** Adds a timer; {@code first} tells whether it is now the next one. */
    Timer add(long at, Runnable task, Runnable first) {
        Timer timer;
        boolean next;
        lock.lock();
        try {
            timer = new Timer(this, at, sequence++, task);
            queue.add(timer);
            next = queue.peek() == timer;
        } finally {
            lock.unlock();
        }
        if (next) {
            first.run();
        }
        return timer;
    }

    void cancelled() {
        lock.lock();
        try {
            if (++cancelled > SMALL && cancelled > queue.size() / 2) {
                var alive = new ArrayList<Timer>(queue.size());
                for (var timer : queue) {
                    if (!timer.isDone()) {
                        alive.add(timer);
                    }
                }
                queue.clear();
                queue.addAll(alive);
                cancelled = 0;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds until the next timer; negative if late, {@link Long#MAX_VALUE} if there is none. */
    long untilNext(long now) {
        lock.lock();
        try {
            while (!queue.isEmpty() && queue.peek().isDone()) {
                queue.poll();
                cancelled--;
            }
            return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().at() - now;
        } finally {
            lock.unlock();
        }
    }

    List<Timer> takeDue(long now) {
        var due = new ArrayList<Timer>();
        lock.lock();
        try {
            for (var next = queue.peek(); next != null && isDue(next, now); next = queue.peek()) {
                queue.poll();
                if (next.isDone()) {
                    cancelled--;
                } else {
                    due.add(next);
                }
            }
        } finally {
            lock.unlock();
        }
        return due;
    }

    private static boolean isDue(@Nullable Timer timer, long now) {
        return timer != null && (timer.isDone() || timer.at() - now <= 0);
    }
}
