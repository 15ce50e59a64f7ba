package io.gearmancdi.it.payara;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.EeBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class PayaraMicroIT extends EeBehaviour {

    @Deployment
    static WebArchive application() {
        // The job server ends with this process
        return EeArchives.application("application.war", TestJobServer.start().address(), EeArchives.bundle());
    }

    @Override
    protected String managedThreads() {
        return "concurrent/__defaultManagedExecutorService-.*";
    }
}
