package io.gearmancdi.it.architecture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.cdi.portable.GearmanExtension;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.server.EmbeddedJobServer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jars that the build has made. */
enum Jars {
    API(GearmanClient.class),
    PROTOCOL(Packet.class),
    DRIVER(Gearman.class),
    EXTENSION(GearmanExtension.class),
    SERVER(EmbeddedJobServer.class);

    private final Class<?> inside;

    Jars(Class<?> inside) {
        this.inside = inside;
    }

    Path path() throws URISyntaxException {
        var path = Path.of(
                inside.getProtectionDomain().getCodeSource().getLocation().toURI());
        assumeTrue(Files.isRegularFile(path), () -> path + " is no jar: the whole build makes jars");
        return path;
    }
}
