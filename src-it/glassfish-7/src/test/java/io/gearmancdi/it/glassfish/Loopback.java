package io.gearmancdi.it.glassfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Before GlassFish starts: its own configuration, with every listener bound to this machine alone, and a port for HTTP.
 */
public final class Loopback implements LoadableExtension {

    private static final String DOMAIN = "/org/glassfish/embed/domain.xml";

    /** Made by Arquillian. */
    public Loopback() {}

    @Override
    public void register(ExtensionBuilder builder) {
        try (var domain = Loopback.class.getResourceAsStream(DOMAIN)) {
            if (domain == null) {
                throw new IllegalStateException("There is no " + DOMAIN);
            }
            Files.writeString(
                    Path.of(System.getProperty("glassfish.domain")), own(new String(domain.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String own(String domain) {
        return domain.replace("0.0.0.0", "127.0.0.1")
                // One is enough, and those who read the list do not expect the space in it
                .replace("http-listener, https-listener", "http-listener")
                .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
                .replace(
                        "port=\"0\" protocol=\"http-listener\"",
                        "port=\"" + System.getProperty("port.http") + "\" protocol=\"http-listener\"")
                .replaceFirst("(name=\"http-listener\"[^>]*) enabled=\"false\"", "$1 enabled=\"true\"");
    }
}
