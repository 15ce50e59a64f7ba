package io.gearmancdi.testing;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link GearmanServer} does. */
final class GearmanServerExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(GearmanServerExtension.class);
    private static final Set<Class<?>> PARAMETERS = Set.of(EmbeddedJobServer.class, ServerAddress.class, Gearman.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var wanted = wanted(context.getRequiredTestClass());
        boolean own = context.getRequiredTestClass().isAnnotationPresent(GearmanServer.class);
        if (wanted.lifetime() == GearmanServer.Lifetime.PER_CLASS && (own || find(context) == null)) {
            context.getStore(OURS).put(TestServer.class, TestServer.start(wanted.port(), wanted.tls()));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var wanted = wanted(context.getRequiredTestClass());
        if (wanted.lifetime() == GearmanServer.Lifetime.PER_TEST) {
            context.getStore(OURS).put(TestServer.class, TestServer.start(wanted.port(), wanted.tls()));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    /** The store of a context removes what is its own, not what it inherits. */
    private static void stop(ExtensionContext context) {
        var server = context.getStore(OURS).remove(TestServer.class, TestServer.class);
        if (server != null) {
            server.close();
        }
    }

    private static TestServer find(ExtensionContext context) {
        return context.getStore(OURS).get(TestServer.class, TestServer.class);
    }

    private static GearmanServer wanted(Class<?> test) {
        for (Class<?> each = test; each != null; each = each.getEnclosingClass()) {
            var annotation = each.getAnnotation(GearmanServer.class);
            if (annotation != null) {
                return annotation;
            }
        }
        throw new IllegalStateException(test + " has no @GearmanServer");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var server = find(context);
        if (server == null) {
            throw new ParameterResolutionException(
                    "There is no job server yet: with Lifetime.PER_TEST only methods of a single test can have it");
        }
        var type = parameter.getParameter().getType();
        if (type == ServerAddress.class) {
            return server.address();
        }
        return type == Gearman.class ? server.gearman() : server.server();
    }
}
