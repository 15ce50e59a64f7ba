package io.gearmancdi.discovery;

import org.jspecify.annotations.Nullable;

/** Calls a method of a bean. Thread-safe. */
@FunctionalInterface
public interface MethodCall {

    /**
     * Calls it through proxies and interceptors.
     *
     * @param instance the bean
     * @param arguments one for each parameter
     * @return what it returns; null for {@code void}
     * @throws Exception what it throws, not wrapped
     */
    @Nullable
    Object invoke(Object instance, @Nullable Object[] arguments) throws Exception;
}
