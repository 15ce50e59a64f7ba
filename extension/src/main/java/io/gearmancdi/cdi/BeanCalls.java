package io.gearmancdi.cdi;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.GearmanOutput;
import io.gearmancdi.JobHandler;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What every call of a job needs, whatever its worker. */
final class BeanCalls {

    private final RequestContexts contexts;
    private final GearmanOutput output;
    private final Optional<OpenTransactions> transactions;

    /**
     * Keeps it.
     *
     * @param contexts give each job a request
     * @param output what workers write to
     * @param transactions ends those that jobs leave open; empty where there are none
     */
    BeanCalls(RequestContexts contexts, GearmanOutput output, Optional<OpenTransactions> transactions) {
        this.contexts = contexts;
        this.output = output;
        this.transactions = transactions;
    }

    RequestContexts contexts() {
        return contexts;
    }

    GearmanOutput output() {
        return output;
    }

    /** Calls a method, in the request that its slot has begun. */
    @Nullable
    Object invoke(JobCall call, Object instance, GearmanJob job) throws Exception {
        return guarded(call.name(), () -> call.invoke(instance, job));
    }

    /** A handler as it is to be called: each job in a request of its own, as the application that registers it. */
    JobHandler around(JobHandler handler) {
        // Of several modules of an EAR, that of whoever registers
        var loader = ContextLoader.current(handler);
        return job -> ContextLoader.<@Nullable Object>call(
                loader, () -> contexts.call(() -> guarded(job.name(), () -> handler.handle(job))));
    }

    @Nullable
    Object guarded(String name, Callable<@Nullable Object> job) throws Exception {
        // What its end throws is suppressed where the job has thrown
        try (AutoCloseable end = () -> leaveNone(name)) {
            return job.call();
        }
    }

    private void leaveNone(String name) {
        if (transactions.isPresent() && transactions.get().rollBack()) {
            ExtensionLog.transactionLeftOpen(name);
            throw new IllegalStateException("The job has left a transaction open; it was rolled back");
        }
    }
}
