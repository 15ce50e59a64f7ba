package io.gearmancdi.it.openejb;

import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.TransactionBehaviour;
import jakarta.ejb.embeddable.EJBContainer;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The engine of TomEE, embedded. It fires neither Startup nor Shutdown. */
class OpenEjbTest extends TransactionBehaviour {

    private static final TestJobServer JOB_SERVER = TestJobServer.start();
    private static final Map<String, String> SETTINGS = AppSettings.on(JOB_SERVER.address());

    private static EJBContainer container;

    @BeforeAll
    static void start() {
        SETTINGS.forEach(System::setProperty);
        container = EJBContainer.createEJBContainer();
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.close();
        }
        SETTINGS.keySet().forEach(System::clearProperty);
        JOB_SERVER.close();
    }

    @Override
    protected <T> T get(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
