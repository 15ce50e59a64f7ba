package io.gearmancdi.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs classes with the annotation inside, as a user would. */
@Timeout(120)
class GearmanServerTest {
    private static final List<ServerAddress> SEEN = new ArrayList<>();

    @AfterEach
    void forget() {
        SEEN.clear();
    }

    private static TestExecutionSummary run(Class<?> test) {
        return Inside.run(Map.of(), test);
    }

    private static void assertAllStopped() {
        assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("gearman."));
        for (var address : SEEN) {
            assertThat(isOpen(address)).as("still listens: " + address).isFalse();
        }
    }

    private static boolean isOpen(ServerAddress address) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aClassHasOneServerForAllItsTestsAndNestedClasses() {
        assertThat(run(PerClass.class).getTestsSucceededCount()).isEqualTo(3);

        assertThat(SEEN).hasSize(4).containsOnly(SEEN.get(0));
        assertAllStopped();
    }

    @Test
    void everyTestHasItsOwnServerWhereItIsSaidSo() {
        assertThat(run(PerTest.class).getTestsSucceededCount()).isEqualTo(2);

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
        assertAllStopped();
    }

    @Test
    void whatThePropertyWasBeforeItIsAgain() {
        System.setProperty("gearman.servers", "elsewhere:1");
        try {
            run(PerTest.class);
            assertThat(System.getProperty("gearman.servers")).isEqualTo("elsewhere:1");
        } finally {
            System.clearProperty("gearman.servers");
        }
    }

    @Test
    void jobsRunOnIt() {
        assertThat(run(Jobs.class).getTestsSucceededCount()).isEqualTo(1);
        assertAllStopped();
    }

    @Test
    void jobsRunOnOneThatSpeaksTlsAlone() {
        assertThat(run(Secure.class).getTestsSucceededCount()).isEqualTo(1);
        assertAllStopped();
        assertThat(Secure.trust).isNotNull().doesNotExist();
    }

    @Test
    void nestedClassesMayHaveTheirOwn() {
        assertThat(run(Around.class).getTestsSucceededCount()).isEqualTo(3);

        assertThat(SEEN).hasSize(3).doesNotHaveDuplicates();
        assertAllStopped();
    }

    @Test
    void otherAnnotationsMayCarryIt() {
        assertThat(run(Carried.class).getTestsSucceededCount()).isEqualTo(1);
        assertAllStopped();
    }

    @Test
    void subclassesInheritIt() {
        assertThat(run(Inherits.class).getTestsSucceededCount()).isEqualTo(3);
        assertAllStopped();
    }

    private static void see(ServerAddress address) {
        assertThat(System.getProperty("gearman.servers")).isEqualTo(address.toString());
        assertThat(isOpen(address)).isTrue();
        SEEN.add(address);
    }

    @GearmanServer
    static class PerClass {
        @BeforeAll
        static void isThereBeforeAllTests(ServerAddress address) {
            see(address);
        }

        @Test
        void one(ServerAddress address) {
            see(address);
        }

        @Test
        void two(ServerAddress address) {
            see(address);
        }

        @Nested
        class Inner {
            @Test
            void three(ServerAddress address) {
                see(address);
            }
        }
    }

    static class Inherits extends PerClass {}

    @GearmanServer
    static class Around {
        @Test
        void one(ServerAddress address) {
            see(address);
        }

        @Nested
        @GearmanServer
        class WithItsOwn {
            @Test
            void two(ServerAddress address) {
                see(address);
            }
        }

        @Nested
        @GearmanServer(lifetime = GearmanServer.Lifetime.PER_TEST)
        class WithOneForEachTest {
            @Test
            void three(ServerAddress address) {
                see(address);
            }
        }

        @AfterAll
        static void isItselfAgain(ServerAddress address) {
            assertThat(System.getProperty("gearman.servers")).isEqualTo(address.toString());
        }
    }

    @GearmanServer
    @Retention(RetentionPolicy.RUNTIME)
    @interface OurTests {}

    @OurTests
    static class Carried {
        @Test
        void one(ServerAddress address) {
            see(address);
        }
    }

    @GearmanServer(tls = true)
    static class Secure {
        private static Path trust;

        @Test
        void works(ServerAddress address, Gearman gearman) throws Exception {
            see(address);
            trust = Path.of(System.getProperty("gearman.tls.trust"));
            gearman.workers().register("echo", job -> job.bytes(), settings -> settings);
            assertThat(gearman.client().foreign().doJob("echo", "hello").text()).isEqualTo("hello");
            assertThat(System.getProperty("gearman.tls.enabled")).isEqualTo("true");
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write("version\n".getBytes(US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                        .as("an alert at most")
                        .doesNotContain("OK");
            }
        }
    }

    @GearmanServer(lifetime = GearmanServer.Lifetime.PER_TEST)
    static class PerTest {
        @Test
        void one(ServerAddress address) {
            see(address);
        }

        @Test
        void two(ServerAddress address) {
            see(address);
        }
    }

    @GearmanServer
    static class Jobs {
        @Test
        void run(Gearman gearman, EmbeddedJobServer server) {
            gearman.workers().register("reverse", job -> new StringBuilder(job.text()).reverse(), all -> all);

            assertThat(gearman.client().foreign().doJob("reverse", "abc").text())
                    .isEqualTo("cba");
            assertThat(server.statistics().completedJobs()).isEqualTo(1);
        }
    }
}
