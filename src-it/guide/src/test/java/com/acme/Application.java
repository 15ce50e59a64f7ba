package com.acme;

import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.TestJobServer;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.Map;

/** The application of the guide on a job server of its own. */
final class Application implements AutoCloseable {

    final TestJobServer server;
    private final SeContainer container;

    private Application(TestJobServer server, SeContainer container) {
        this.server = server;
        this.container = container;
    }

    static Application start(JobServerKind kind) {
        var server = TestJobServer.start(kind);
        var settings = Map.of(
                "gearman.servers",
                server.address().toString(),
                "acme.mail.host",
                server.address().host(),
                "gearman.workers.Mailer.servers",
                server.address().toString());
        settings.forEach(System::setProperty);
        try {
            return new Application(server, SeContainerInitializer.newInstance().initialize());
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    @Override
    public void close() {
        container.close();
        server.close();
    }
}
