package io.gearmancdi.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** {@link CdiBehaviour} in a container of Java SE. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
public abstract class SeCdiBehaviour extends CdiBehaviour {

    private TestJobServer server;
    private SeApplication application;

    /** For subclasses. */
    protected SeCdiBehaviour() {}

    @BeforeAll
    void start() {
        server = TestJobServer.start();
        application = SeApplication.start(AppSettings.on(server.address()));
    }

    @AfterAll
    void stop() {
        application.close();
        server.close();
    }

    @Override
    protected <T> T get(Class<T> type) {
        return application.get(type);
    }
}
