package io.gearmancdi.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

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
 * <p>While the server runs, system properties lead an application under test to it that is started meanwhile, be it on
 * Weld SE or on any other runtime in this process, whatever its own configuration says: {@code gearman.servers} names
 * the server and outdoes {@code gearman.servers.<id>.*}, {@code gearman.embedded-server} is {@code never}, and all keys
 * of {@code gearman.tls} fit the server or are blank, which hides those of the application. Two things stay as they
 * are: servers that a worker or a job names for itself, and sources of configuration that are stronger than system
 * properties. Put this annotation before the one that starts the container: extensions run in their order.
 *
 * <p>System properties are there once in a process. So the class holds the lock {@link Resources#SYSTEM_PROPERTIES}:
 * where tests run in parallel, its own run one after the other, and no other class with the annotation, or with that
 * lock, runs at the same time. Give the lock, for reading at least, to other classes that start applications or read
 * those properties.
 *
 * <p>Constructors and methods of the class may have parameters of the types below. With {@link Lifetime#PER_TEST} that
 * is true of what belongs to a single test: not of {@code @BeforeAll} and {@code @AfterAll} methods, nor of the
 * constructor of a class with {@code @TestInstance(PER_CLASS)}. JUnit has to be 5.13 or later.
 *
 * <ul>
 *   <li>{@link io.gearmancdi.server.EmbeddedJobServer}: the server, its statistics
 *   <li>{@link io.gearmancdi.ServerAddress}: where it listens
 *   <li>{@link io.gearmancdi.driver.Gearman}: a client and workers without CDI, connected to it and closed before it
 * </ul>
 *
 * <p>The server is there before the test instance is made, and is closed after everything else of the class or test.
 * Nested classes share the server of the class around them, unless they have this annotation themselves.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(GearmanServerExtension.class)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
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
     * Whether the server speaks TLS alone. It then has a certificate of its own, made by the {@code keytool} of this
     * Java for {@code localhost} and {@code 127.0.0.1}, which {@code gearman.tls.trust} lets an application trust.
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
