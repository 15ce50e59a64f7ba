package io.gearmancdi.cdi;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.TypeRef;
import io.gearmancdi.WorkloadCodecException;
import io.gearmancdi.discovery.JobMethod;
import io.gearmancdi.discovery.MethodCall;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls a job method with what it takes. */
final class JobCall {

    private final String name;
    private final MethodCall call;
    private final List<Function<GearmanJob, @Nullable Object>> arguments;

    JobCall(JobMethod job) {
        this.name = job.descriptor().name();
        this.call = job.method().call().get();
        this.arguments = job.method().signature().parameters().stream()
                .map(JobCall::argument)
                .toList();
    }

    String name() {
        return name;
    }

    @Nullable
    Object invoke(Object instance, GearmanJob job) throws Exception {
        var values = new @Nullable Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).apply(job);
        }
        return call.invoke(instance, values);
    }

    private static Function<GearmanJob, @Nullable Object> argument(Type type) {
        if (type.equals(GearmanJob.class)) {
            return job -> job;
        }
        var reference = TypeRef.of(type);
        return type instanceof Class<?> plain && plain.isPrimitive()
                ? job -> present(job.as(reference), plain)
                : job -> job.as(reference);
    }

    private static Object present(@Nullable Object value, Class<?> type) {
        if (value == null) {
            throw new WorkloadCodecException("The job needs a workload of type " + type + " and got none", null);
        }
        return value;
    }
}
