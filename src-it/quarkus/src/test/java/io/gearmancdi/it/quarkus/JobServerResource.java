package io.gearmancdi.it.quarkus;

import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.TestJobServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The job server of the tests; runs outside of the application. */
public class JobServerResource implements QuarkusTestResourceLifecycleManager {

    private TestJobServer server;

    @Override
    public Map<String, String> start() {
        server = TestJobServer.start();
        return AppSettings.on(server.address());
    }

    @Override
    public void stop() {
        server.close();
    }
}
