package io.gearmancdi.cdi;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.GearmanOutput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every call of a job method needs, whatever its worker.
 *
 * @param contexts give each job a request
 * @param output what workers write to
 * @param transactions ends those that jobs leave open; empty where there are none
 */
record BeanCalls(RequestContexts contexts, GearmanOutput output, Optional<OpenTransactions> transactions) {

    @Nullable
    Object invoke(JobCall call, Object instance, GearmanJob job) throws Exception {
        Object result;
        try {
            result = call.invoke(instance, job);
        } catch (Exception | Error e) {
            leavesNone(call);
            throw e;
        }
        if (!leavesNone(call)) {
            throw new IllegalStateException("The job has left a transaction open; it was rolled back");
        }
        return result;
    }

    private boolean leavesNone(JobCall call) {
        if (transactions.isEmpty() || !transactions.get().rollBack()) {
            return true;
        }
        ExtensionLog.transactionLeftOpen(call.name());
        return false;
    }
}
