package io.gearmancdi.it.wildfly;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.IdentityBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class WildFlyIdentityIT extends IdentityBehaviour {

    @Deployment
    static WebArchive application() {
        // The job server ends with this process
        var settings = EeArchives.identitySettings(TestJobServer.start().address());
        return EeArchives.identity("identity.war", settings, EeArchives.library());
    }
}
