package io.gearmancdi.cdi;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.TypeRef;
import io.gearmancdi.WorkloadCodecException;
import io.gearmancdi.discovery.JobMethod;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls a job method. The only class that invokes: reflection reaches methods of every visibility through proxies and
 * intercepted subclasses on all runtimes.
 */
final class JobCall {

    private final String name;
    private final Method method;
    private final List<Type> parameters;

    JobCall(JobMethod job) {
        this.name = job.descriptor().name();
        this.method = job.method();
        this.parameters = job.signature().parameters();
        method.setAccessible(true);
    }

    String name() {
        return name;
    }

    @Nullable
    Object invoke(Object instance, GearmanJob job) throws Exception {
        var arguments = parameters.stream().map(type -> argument(type, job)).toArray();
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            var thrown = e.getCause();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw thrown instanceof Exception exception ? exception : e;
        }
    }

    private static @Nullable Object argument(Type type, GearmanJob job) {
        if (type.equals(GearmanJob.class)) {
            return job;
        }
        Object value = job.as(TypeRef.of(type));
        if (value == null && type instanceof Class<?> plain && plain.isPrimitive()) {
            throw new WorkloadCodecException("The job needs a workload of type " + plain + " and got none", null);
        }
        return value;
    }
}
