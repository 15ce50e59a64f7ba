/**
 * What an application compiles against: annotations, the client, the workers' side, events and extension points.
 *
 * <p>Brings nothing with it. CDI and {@code jakarta.inject} are needed only where the annotations are used by a
 * container.
 */
module io.gearmancdi.api {
    requires static jakarta.cdi;
    requires static jakarta.inject;
    requires static org.jspecify;

    exports io.gearmancdi;
    exports io.gearmancdi.admin;
    exports io.gearmancdi.event;
    exports io.gearmancdi.spi;
}
