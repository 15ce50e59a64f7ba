package io.gearmancdi.cdi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reaches the virtual threads of Java 21 from Java 17. */
final class VirtualThreads {

    private VirtualThreads() {}

    /** {@return an executor with a virtual thread for each task; empty before Java 21} */
    static Optional<JobExecutor> executor() {
        try {
            var factory = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return Optional.of(JobExecutor.own((ExecutorService) factory.invoke(), "virtual threads"));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("Virtual threads are there, and cannot be used", e);
        }
    }
}
