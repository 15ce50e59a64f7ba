package io.gearmancdi.testing;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** What {@link GearmanServer} does. */
final class GearmanServerExtension
        implements TestInstancePreConstructCallback, BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(GearmanServerExtension.class);
    private static final Set<Class<?>> PARAMETERS = Set.of(EmbeddedJobServer.class, ServerAddress.class, Gearman.class);

    /** An instance that is made for a test belongs to that test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** With one instance for all tests this comes before {@link #beforeAll}. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        provide(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        provide(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        provide(context);
    }

    /** Starts the server that this context is to have and has not yet. It is closed at the end of the context. */
    private static void provide(ExtensionContext context) {
        var test = context.getRequiredTestClass();
        var wanted = wanted(test);
        boolean wantedHere = context.getTestMethod().isPresent()
                ? wanted.lifetime() == GearmanServer.Lifetime.PER_TEST
                : wanted.lifetime() == GearmanServer.Lifetime.PER_CLASS && isAnnotated(test, GearmanServer.class);
        if (wantedHere && !hasItsOwn(context)) {
            context.getStore(OURS).put(TestServer.class, TestServer.start(wanted.port(), wanted.tls()));
        }
    }

    /** A store also finds what those of the contexts around it hold. */
    private static boolean hasItsOwn(ExtensionContext context) {
        var found = find(context);
        return found != null
                && context.getParent().map(parent -> find(parent) != found).orElse(true);
    }

    private static @Nullable TestServer find(ExtensionContext context) {
        return context.getStore(OURS).get(TestServer.class, TestServer.class);
    }

    private static GearmanServer wanted(Class<?> test) {
        return Stream.<Class<?>>iterate(test, each -> each != null, Class::getEnclosingClass)
                .flatMap(each -> findAnnotation(each, GearmanServer.class).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(test + " has no @GearmanServer"));
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
                    "With Lifetime.PER_TEST only what belongs to a single test has a job server: no @BeforeAll or"
                            + " @AfterAll method, and no constructor with @TestInstance(PER_CLASS)");
        }
        var type = parameter.getParameter().getType();
        if (type == ServerAddress.class) {
            return server.address();
        }
        return type == Gearman.class ? server.gearman() : server.server();
    }
}
