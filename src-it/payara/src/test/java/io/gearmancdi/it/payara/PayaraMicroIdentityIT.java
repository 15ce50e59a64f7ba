package io.gearmancdi.it.payara;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.IdentityBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class PayaraMicroIdentityIT extends IdentityBehaviour {

    /** Without a name for the role, nobody runs with it. */
    private static final String ROLES = "<glassfish-web-app><security-role-mapping><role-name>clerk</role-name>"
            + "<principal-name>ann</principal-name></security-role-mapping></glassfish-web-app>";

    @Deployment
    static WebArchive application() {
        // The job server ends with this process
        var settings = EeArchives.identitySettings(TestJobServer.start().address());
        return EeArchives.identity("application.war", settings, EeArchives.bundle())
                .addAsWebInfResource(new StringAsset(ROLES), "glassfish-web.xml");
    }
}
