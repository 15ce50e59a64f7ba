package io.gearmancdi.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a job server inside this process, on a port that the system chooses.
 *
 * <pre>{@code
 * @GearmanServer
 * class ThumbnailsTest {
 *     @Test
 *     void shrinks(Gearman gearman) {
 *         gearman.workers().register("shrink", job -> shrunk(job.bytes()), settings -> settings);
 *         assertThat(gearman.client().foreign().doJob("shrink", image).bytes()).hasSizeLessThan(1000);
 *     }
 * }
 * }</pre>
 *
 * <p>While the server runs, the system property {@code gearman.servers} names it. MicroProfile Config reads system
 * properties, so that an application under test that is started meanwhile connects to it, be it on Weld SE or on any other
 * runtime in this process. Put this annotation before the one that starts the container: extensions run in their order.
 * As a system property is there once in a process, classes with this annotation must not run in parallel.
 *
 * <p>Constructors and methods of the class may have parameters of these types:
 *
 * <ul>
 *   <li>{@link io.gearmancdi.server.EmbeddedJobServer}: the server, its statistics
 *   <li>{@link io.gearmancdi.ServerAddress}: where it listens
 *   <li>{@link io.gearmancdi.driver.Gearman}: a client and workers without CDI, connected to it and closed before it
 * </ul>
 *
 * <p>Nested classes share the server of the class around them, unless they have this annotation themselves.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(GearmanServerExtension.class)
public @interface GearmanServer {
    /**
     * How long a server lives.
     *
     * @return one for all tests of the class, unless told
     */
    Lifetime lifetime() default Lifetime.PER_CLASS;

    /**
     * The port.
     *
     * @return 0, which means any free one, unless told
     */
    int port() default 0;

    /**
     * Whether the server speaks TLS alone. It then has a certificate of its own, made by the {@code keytool} of this Java for
     * {@code localhost} and {@code 127.0.0.1}; while it runs, {@code gearman.tls.enabled}, {@code gearman.tls.trust} and
     * {@code gearman.tls.trust-password} are system properties, too.
     *
     * @return false unless told
     */
    boolean tls() default false;

    /** How long a server lives. */
    enum Lifetime {
        /** All tests of the class have the same server, and see each other's jobs. */
        PER_CLASS,
        /** Every test has a new one, on a new port. */
        PER_TEST
    }
}
