package io.gearmancdi.it.wildfly;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.it.ee.EeArchives;
import io.gearmancdi.it.wildfly.ear.first.First;
import io.gearmancdi.it.wildfly.ear.second.Second;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** An EAR with the library in EAR/lib, and workers in two web modules. */
final class Shop {

    /** What the front door answers. */
    static final String ANSWER = "Hello, Ada: 6 pears";

    private Shop() {}

    static EnterpriseArchive on(ServerAddress server) {
        return ShrinkWrap.create(EnterpriseArchive.class, "shop.ear")
                .addAsLibraries(EeArchives.library())
                .addAsLibrary(EeArchives.settings("settings.jar", Map.of("gearman.servers", server.toString())))
                .addAsModule(EeArchives.war("first.war", Map.of()).addPackage(First.class.getPackage()))
                .addAsModule(EeArchives.war("second.war", Map.of()).addPackage(Second.class.getPackage()));
    }
}
