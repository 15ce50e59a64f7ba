package io.gearmancdi.it.liberty;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.ee.IdentityBehaviour;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A user logs in: no WAR alone can say here as whom a role runs. */
class OpenLibertyIdentityIT extends IdentityBehaviour {

    @Inject
    HttpServletRequest request;

    @Deployment
    static WebArchive application() {
        // The job server ends with this process
        var settings = EeArchives.identitySettings(TestJobServer.start().address());
        return EeArchives.identity("identity.war", settings, EeArchives.library());
    }

    /** The user is one of {@code server.xml}, in a group that has the name of the role. */
    @Override
    protected <T> T asClerk(Supplier<T> what) {
        try {
            request.login("ann", "secret");
            try {
                return what.get();
            } finally {
                request.logout();
            }
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
