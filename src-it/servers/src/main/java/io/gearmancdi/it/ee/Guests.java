package io.gearmancdi.it.ee;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.ee.guest.Crowding;
import io.gearmancdi.it.ee.guest.Doorbell;
import io.gearmancdi.it.ee.guest.Leaking;
import io.gearmancdi.it.ee.guest.Quiet;
import io.gearmancdi.it.ee.guest.Sender;
import java.util.HashMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications that come and go, by name. */
public final class Guests {

    /** Uses everything. */
    public static final String VISITOR = "visitor";

    /** Uses everything, and its jobs run on virtual threads. */
    public static final String VIRTUAL = "virtual";

    /** Has the library and no worker. */
    public static final String IDLE = "idle";

    /** Has no library, and takes the places of those that were there before. */
    public static final String BYSTANDER = "bystander";

    /** Has no library, and leaves something behind. */
    public static final String LEAK = "leak";

    /** On GlassFish and Payara: classes of the WAR before those that the server's process has too. */
    private static final String OWN_CLASSES_FIRST =
            "<glassfish-web-app><class-loader delegate=\"false\"/></glassfish-web-app>";

    private Guests() {}

    /**
     * One of them.
     *
     * @param name which one
     * @param server the job server
     * @return the WAR that is deployed as that
     */
    public static WebArchive named(String name, ServerAddress server) {
        var war = name + ".war";
        var archive = switch (name) {
            case VISITOR ->
                EeArchives.application(war, server, EeArchives.library()).addClass(Doorbell.class);
            case VIRTUAL ->
                EeArchives.application(war, virtual(server), EeArchives.library())
                        .addClass(Doorbell.class);
            case IDLE ->
                EeArchives.war(war, Map.of("gearman.servers", server.toString()))
                        .addClasses(Quiet.class, Sender.class)
                        .addAsLibraries(EeArchives.library());
            case BYSTANDER -> EeArchives.war(war, Map.of()).addClasses(Quiet.class, Crowding.class);
            case LEAK -> EeArchives.war(war, Map.of()).addClass(Leaking.class);
            default -> throw new IllegalArgumentException(name);
        };
        return archive.addAsWebInfResource(new StringAsset(OWN_CLASSES_FIRST), "glassfish-web.xml");
    }

    private static Map<String, String> virtual(ServerAddress server) {
        var settings = new HashMap<>(AppSettings.on(server));
        settings.put("gearman.executor.virtual", "true");
        return settings;
    }
}
