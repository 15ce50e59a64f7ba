package io.gearmancdi.it.wildfly25;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.EeBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class WildFly25IT extends EeBehaviour {

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
