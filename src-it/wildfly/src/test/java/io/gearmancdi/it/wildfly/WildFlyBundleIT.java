package io.gearmancdi.it.wildfly;

import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.EeBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.opentest4j.TestAbortedException;

/** The one jar in WEB-INF/lib, and the job server is gearmand. */
class WildFlyBundleIT extends EeBehaviour {

    @Deployment
    static WebArchive application() {
        return EeArchives.application("bundle.war", gearmand().address(), EeArchives.bundle());
    }

    /** Fails without gearmand where it is required; elsewhere the embedded server does, and the log says so. */
    private static TestJobServer gearmand() {
        try {
            return TestJobServer.start(JobServerKind.GEARMAND);
        } catch (TestAbortedException e) {
            return TestJobServer.start(JobServerKind.EMBEDDED);
        }
    }

    @Override
    protected String managedThreads() {
        return "EE-ManagedExecutorService-default-Thread-.*";
    }
}
