package io.gearmancdi.it.conformance;

import io.gearmancdi.it.JobServerKind;
import java.lang.reflect.Method;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Turns the outcome of a test with a {@link GearmandFault} around where it runs on gearmand. */
final class KnownFaults implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        run(invocation, context, extension);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        run(invocation, context, extension);
    }

    private static void run(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        var fault = context.getExecutable().getAnnotation(GearmandFault.class);
        var test = (OnBothServers) context.getTarget().orElseThrow();
        if (fault == null || test.kind != JobServerKind.GEARMAND) {
            invocation.proceed();
            return;
        }
        try {
            invocation.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (AssertionError | ConditionTimeoutException e) {
            extension.publishReportEntry("known fault of gearmand", fault.value() + " — seen: " + firstLine(e));
            return;
        }
        Assertions.fail("gearmand does not show its known fault any more: " + fault.value());
    }

    private static String firstLine(Throwable thrown) {
        var text = String.valueOf(thrown.getMessage()).strip();
        return text.lines().findFirst().orElse("") + " (" + thrown.getClass().getSimpleName() + ')';
    }
}
