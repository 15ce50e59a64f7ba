package io.gearmancdi.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What runs callers and jobs. */
enum Threads {
    /** Threads of the system. */
    PLATFORM {
        @Override
        ExecutorService executor(int count) {
            return Executors.newFixedThreadPool(count);
        }
    },
    /** Those of Java 21 and later, reached from Java 17. */
    VIRTUAL {
        @Override
        ExecutorService executor(int count) {
            try {
                return (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Virtual threads need Java 21", e);
            }
        }
    };

    /** Runs as many tasks at the same time. */
    abstract ExecutorService executor(int count);
}
