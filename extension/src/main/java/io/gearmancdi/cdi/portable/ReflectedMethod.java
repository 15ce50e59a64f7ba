package io.gearmancdi.cdi.portable;

import io.gearmancdi.Job;
import io.gearmancdi.discovery.MethodCall;
import io.gearmancdi.discovery.MethodView;
import io.gearmancdi.discovery.Signature;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method that is called by reflection, which reaches methods of every visibility through proxies and intercepted
 * subclasses on all runtimes.
 */
final class ReflectedMethod implements MethodCall {

    private final Method method;

    private ReflectedMethod(Method method) {
        this.method = method;
        method.setAccessible(true);
    }

    static MethodView view(Method method, TypeBindings bindings, Optional<Job> job) {
        return new MethodView(
                method.getDeclaringClass(),
                method.getName(),
                method.getModifiers(),
                new Signature(bindings.resolve(method.getGenericParameterTypes())),
                job,
                () -> new ReflectedMethod(method));
    }

    /** Whether it stands in the source of a class. */
    static boolean isWritten(Method method) {
        return !method.isSynthetic() && !method.getDeclaringClass().isInterface();
    }

    @Override
    public @Nullable Object invoke(Object instance, @Nullable Object[] arguments) throws Exception {
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
}
