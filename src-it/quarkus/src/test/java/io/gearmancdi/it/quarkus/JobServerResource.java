package io.gearmancdi.it.quarkus;

import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.TestServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The job server of the tests; runs outside of the application. */
public class JobServerResource implements QuarkusTestResourceLifecycleManager {

    private TestServer server;

    @Override
    public Map<String, String> start() {
        server = TestServer.start();
        return AppSettings.on(server.address());
    }

    @Override
    public void stop() {
        server.close();
    }
}
