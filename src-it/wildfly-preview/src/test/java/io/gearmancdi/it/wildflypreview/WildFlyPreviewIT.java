package io.gearmancdi.it.wildflypreview;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.EeBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Jakarta EE 11, CDI 4.1. */
class WildFlyPreviewIT extends EeBehaviour {

    @Deployment
    static WebArchive application() {
        // The server ends with this process
        return EeArchives.application("application.war", TestJobServer.start().address(), EeArchives.library());
    }

    @Override
    protected String managedThreads() {
        return "EE-ManagedExecutorService-default-Thread-.*";
    }
}
