package io.gearmancdi.it.app;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Puts brackets round what a method returns. */
@Traced
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class TracedInterceptor {

    @AroundInvoke
    Object around(InvocationContext context) throws Exception {
        return "[" + context.proceed() + "]";
    }
}
