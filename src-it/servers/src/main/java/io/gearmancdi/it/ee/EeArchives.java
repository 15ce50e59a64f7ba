package io.gearmancdi.it.ee;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.cdi.WorkerMarker;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.CdiBehaviour;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.clerk.Clerk;
import io.gearmancdi.it.ee.guest.Quiet;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications as they are deployed: the jars that the build has made, in WEB-INF/lib. */
public final class EeArchives {

    private static final String BYSTANDER = EeArchives.class.getPackageName() + ".bystander";

    private static final String CONFIG = "META-INF/microprofile-config.properties";

    private EeArchives() {}

    /**
     * The application with all its tests.
     *
     * @param name the name of the WAR
     * @param server its job server
     * @param library what it gets the library from
     * @return a WAR with everything in it
     */
    public static WebArchive application(String name, ServerAddress server, File... library) {
        return application(name, AppSettings.on(server), library);
    }

    /**
     * The application with all its tests, with settings of its own.
     *
     * @param name the name of the WAR
     * @param settings its configuration
     * @param library what it gets the library from
     * @return a WAR with everything in it
     */
    public static WebArchive application(String name, Map<String, String> settings, File... library) {
        return war(name, settings)
                .addAsLibraries(library)
                .addAsLibrary(withoutOthers())
                .addAsLibrary(bystander())
                .addAsLibraries(jars(
                        CdiBehaviour.class, TestJobServer.class, Assertions.class, Awaitility.class, Matcher.class));
    }

    /**
     * An application with a clerk.
     *
     * @param name the name of the WAR
     * @param settings its configuration, {@link #identitySettings}
     * @param library what it gets the library from
     * @return a WAR with all that {@link IdentityBehaviour} needs but the server's own descriptors
     */
    public static WebArchive identity(String name, Map<String, String> settings, File... library) {
        return application(name, settings, library).addPackage(Clerk.class.getPackage());
    }

    /**
     * How an application with a clerk is configured.
     *
     * @param server its job server
     * @return settings by which a job waits for the end of another one
     */
    public static Map<String, String> identitySettings(ServerAddress server) {
        var settings = new HashMap<>(AppSettings.on(server));
        settings.put("gearman.workers.Window.prefetch", "1");
        return settings;
    }

    /** Not every application has session beans, and not every server knows them; guests are deployed by themselves. */
    private static JavaArchive withoutOthers() {
        var jar = ShrinkWrap.createFromZipFile(JavaArchive.class, jar(EeArchives.class));
        for (var other : List.of(Clerk.class.getPackageName(), Quiet.class.getPackageName(), BYSTANDER)) {
            jar.delete("/" + other.replace('.', '/'));
        }
        return jar;
    }

    private static JavaArchive bystander() {
        return ShrinkWrap.create(JavaArchive.class, "bystander.jar")
                .addPackage(BYSTANDER)
                .addAsManifestResource(
                        new StringAsset("<beans version=\"4.0\" bean-discovery-mode=\"all\"/>"), "beans.xml");
    }

    /**
     * A WAR without a library.
     *
     * @param name its name
     * @param settings its configuration
     * @return a WAR that is an archive of beans
     */
    public static WebArchive war(String name, Map<String, String> settings) {
        return ShrinkWrap.create(WebArchive.class, name)
                .addAsResource(new StringAsset(properties(settings)), CONFIG)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    /**
     * Configuration alone.
     *
     * @param name the name of the jar
     * @param settings what is in it
     * @return a jar
     */
    public static JavaArchive settings(String name, Map<String, String> settings) {
        return ShrinkWrap.create(JavaArchive.class, name).addAsResource(new StringAsset(properties(settings)), CONFIG);
    }

    /** {@return the jars of the library, with the embedded server} */
    public static File[] library() {
        return jars(GearmanClient.class, Packet.class, Gearman.class, WorkerMarker.class, EmbeddedJobServer.class);
    }

    /** {@return the one jar that has everything but the embedded server} */
    public static File bundle() {
        var path = jar(WorkerMarker.class).getPath();
        return new File(path.replaceFirst("\\.jar$", "-bundle.jar"));
    }

    private static String properties(Map<String, String> settings) {
        var properties = new Properties();
        properties.putAll(settings);
        var text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static File[] jars(Class<?>... inside) {
        return Stream.of(inside).map(EeArchives::jar).toArray(File[]::new);
    }

    private static File jar(Class<?> inside) {
        var jar = new File(URI.create(
                inside.getProtectionDomain().getCodeSource().getLocation().toString()));
        if (!jar.isFile()) {
            throw new IllegalStateException(jar + " is no jar: servers need what mvn verify makes");
        }
        return jar;
    }
}
