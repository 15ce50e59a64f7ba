/**
 * An embedded job server in plain Java.
 *
 * <p>Applications start one with {@link io.gearmancdi.server.EmbeddedJobServer}; the extension finds it as a service.
 */
module io.gearmancdi.server {
    requires static org.jspecify;
    requires transitive io.gearmancdi.api;
    requires io.gearmancdi.protocol;

    // the program alone; the executable jar brings them
    requires static info.picocli;
    requires static java.logging;

    exports io.gearmancdi.server;

    opens io.gearmancdi.server.main to
            info.picocli;

    provides io.gearmancdi.spi.JobServerProvider with
            io.gearmancdi.server.EmbeddedJobServerProvider;
}
