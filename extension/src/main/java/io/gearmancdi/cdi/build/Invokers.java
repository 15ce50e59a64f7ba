package io.gearmancdi.cdi.build;

import io.gearmancdi.discovery.MethodCall;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.InvokerFactory;
import jakarta.enterprise.inject.build.compatible.spi.InvokerInfo;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.invoke.Invoker;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Job methods are called by what the container makes for that. The only class that touches invokers: CDI 4.0 has none.
 */
final class Invokers {

    private Invokers() {}

    static InvokerInfo build(InvokerFactory factory, BeanInfo bean, MethodInfo method) {
        return factory.createInvoker(bean, method).build();
    }

    @SuppressWarnings("unchecked")
    static List<MethodCall> read(Parameters parameters, String key) {
        var calls = new ArrayList<MethodCall>();
        for (Invoker<Object, @Nullable Object> invoker : parameters.get(key, Invoker[].class)) {
            calls.add(invoker::invoke);
        }
        return calls;
    }
}
