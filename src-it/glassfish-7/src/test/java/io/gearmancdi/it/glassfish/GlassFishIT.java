package io.gearmancdi.it.glassfish;

import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.EeBehaviour;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** It has no MicroProfile Config: settings are system properties, and the server is in this process. */
class GlassFishIT extends EeBehaviour {

    /** The library and the application of the WAR, not what the class path of this process has too. */
    private static final String OWN_CLASSES_FIRST =
            "<glassfish-web-app><class-loader delegate=\"false\"/></glassfish-web-app>";

    @Deployment
    static WebArchive application() {
        // The job server ends with this process
        var server = TestJobServer.start().address();
        AppSettings.on(server).forEach(System::setProperty);
        return EeArchives.application("application.war", server, EeArchives.library())
                .addAsWebInfResource(new StringAsset(OWN_CLASSES_FIRST), "glassfish-web.xml");
    }

    @Override
    protected String managedThreads() {
        return "concurrent/__defaultManagedExecutorService-.*";
    }
}
