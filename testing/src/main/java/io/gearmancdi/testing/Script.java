package io.gearmancdi.testing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Which faults happen where, and how often each point was passed. Used by all threads of a {@link ScriptedServer}. */
final class Script {
    private static final class Entry {
        private final Fault fault;
        private int skip;
        private int times;

        Entry(Fault fault, int skip, int times) {
            this.fault = fault;
            this.skip = skip;
            this.times = times;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition passed = lock.newCondition();
    private final Map<FaultPoint, Entry> entries = new EnumMap<>(FaultPoint.class);
    private final Map<FaultPoint, Integer> counts = new EnumMap<>(FaultPoint.class);

    void set(FaultPoint point, Fault fault, int skip, int times) {
        lock.lock();
        try {
            entries.put(point, new Entry(fault, skip, times));
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            entries.clear();
        } finally {
            lock.unlock();
        }
    }

    /** A point is passed: what is to happen there, or null. */
    @Nullable
    Fault pass(FaultPoint point) {
        lock.lock();
        try {
            counts.merge(point, 1, Integer::sum);
            passed.signalAll();
            var entry = entries.get(point);
            if (entry == null || entry.times == 0) {
                return null;
            }
            if (entry.skip > 0) {
                entry.skip--;
                return null;
            }
            entry.times--;
            return entry.fault;
        } finally {
            lock.unlock();
        }
    }

    int count(FaultPoint point) {
        lock.lock();
        try {
            return counts.getOrDefault(point, 0);
        } finally {
            lock.unlock();
        }
    }

    boolean await(FaultPoint point, int count, Duration within) throws InterruptedException {
        long left = within.toNanos();
        lock.lock();
        try {
            while (counts.getOrDefault(point, 0) < count) {
                if (left <= 0) {
                    return false;
                }
                left = passed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
