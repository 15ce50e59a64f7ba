package io.gearmancdi.it.more;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Counts how many jobs are at it at the same time, and looks at their threads. */
@Work(name = "Crossing")
public class Crossing {

    private static final AtomicInteger CROSSING = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    /** Made by the container. */
    public Crossing() {}

    @Job
    String cross(String number) {
        MOST.accumulateAndGet(CROSSING.incrementAndGet(), Math::max);
        try {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            var thread = Thread.currentThread();
            return (thread.toString().startsWith("VirtualThread[") ? "virtual, " : "platform, ")
                    + (thread.getContextClassLoader() == Crossing.class.getClassLoader()
                            ? "class loader of the application"
                            : "class loader " + thread.getContextClassLoader());
        } finally {
            CROSSING.decrementAndGet();
        }
    }

    @Job
    int most() {
        return MOST.get();
    }
}
