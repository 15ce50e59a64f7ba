package io.gearmancdi.it.glassfish;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.IdentityBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class GlassFishIdentityIT extends IdentityBehaviour {

    /** The classes of the WAR, and a name for the role: without one, nobody runs with it. */
    private static final String DESCRIPTOR = "<glassfish-web-app><security-role-mapping><role-name>clerk</role-name>"
            + "<principal-name>ann</principal-name></security-role-mapping>"
            + "<class-loader delegate=\"false\"/></glassfish-web-app>";

    @Deployment
    static WebArchive application() {
        // The job server ends with this process
        var settings = EeArchives.identitySettings(TestJobServer.start().address());
        settings.forEach(System::setProperty);
        return EeArchives.identity("application.war", settings, EeArchives.library())
                .addAsWebInfResource(new StringAsset(DESCRIPTOR), "glassfish-web.xml");
    }
}
