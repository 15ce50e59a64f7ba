package io.gearmancdi.it;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** {@link CdiBehaviour} in a container of Java SE. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SeCdiBehaviour extends CdiBehaviour {

    private @Nullable TestJobServer server;
    private @Nullable SeApplication application;

    /** For subclasses. */
    protected SeCdiBehaviour() {}

    @BeforeAll
    void start() {
        server = TestJobServer.start();
        application = SeApplication.start(AppSettings.on(server.address()));
    }

    /** What could not be started need not be stopped: without the program of a server all is skipped. */
    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected <T> T get(Class<T> type) {
        return Objects.requireNonNull(application).get(type);
    }
}
