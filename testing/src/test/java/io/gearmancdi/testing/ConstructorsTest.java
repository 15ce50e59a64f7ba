package io.gearmancdi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.ServerAddress;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** The job server is there before the instance of the test is made. */
@Timeout(120)
class ConstructorsTest {
    private static void passes(Class<?> test, int tests) {
        assertThat(Inside.run(Map.of(), test).getTestsSucceededCount()).isEqualTo(tests);
        assertThat(System.getProperty("gearman.servers")).isNull();
    }

    private static String named() {
        return System.getProperty("gearman.servers");
    }

    @Test
    void anInstanceForEachTestSeesTheServerOfTheClass() {
        passes(OfTheClass.class, 2);
    }

    @Test
    void anInstanceForAllTestsSeesTheServerOfTheClass() {
        passes(OneForAll.class, 2);
    }

    @Test
    void anInstanceForEachTestSeesTheServerOfItsTest() {
        passes(OfTheTest.class, 3);
    }

    @Test
    void anInstanceThatCannotBeMadeLeavesNoServer() {
        assertThatThrownBy(() -> Inside.run(Map.of(), Failing.class)).hasRootCauseMessage("no instance");
        assertThat(named()).isNull();
    }

    @Test
    void anInstanceForAllTestsCannotHaveTheServerOfEach() {
        assertThatThrownBy(() -> Inside.run(Map.of(), OneForAllOfTheTest.class))
                .rootCause()
                .hasMessageContaining("no constructor with @TestInstance(PER_CLASS)");
    }

    @GearmanServer
    static class OfTheClass {
        private final ServerAddress made;

        OfTheClass(ServerAddress server) {
            made = server;
        }

        @Test
        void one(ServerAddress server) {
            assertThat(made).isEqualTo(server).hasToString(named());
        }

        @Nested
        class Inner {
            private final ServerAddress madeInside;

            Inner(ServerAddress server) {
                madeInside = server;
            }

            @Test
            void two(ServerAddress server) {
                assertThat(madeInside).isEqualTo(server).isEqualTo(made);
            }
        }
    }

    @GearmanServer
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneForAll {
        private final String whenMade = named();
        private final ServerAddress made;

        OneForAll(ServerAddress server) {
            made = server;
        }

        @Test
        void one(ServerAddress server) {
            assertThat(made).isEqualTo(server).hasToString(named()).hasToString(whenMade);
        }

        @Nested
        @GearmanServer
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {
            private final ServerAddress madeInside;

            Inner(ServerAddress server) {
                madeInside = server;
            }

            @Test
            void two(ServerAddress server) {
                assertThat(madeInside).isEqualTo(server).hasToString(named()).isNotEqualTo(made);
            }
        }
    }

    @GearmanServer(lifetime = GearmanServer.Lifetime.PER_TEST)
    static class OfTheTest {
        private final ServerAddress made;

        OfTheTest(ServerAddress server) {
            made = server;
        }

        @Test
        void one(ServerAddress server) {
            assertThat(made).isEqualTo(server).hasToString(named());
        }

        @Test
        void two(ServerAddress server) {
            assertThat(made).isEqualTo(server).hasToString(named());
        }

        @Nested
        class Inner {
            @Test
            void three(ServerAddress server) {
                assertThat(made).isEqualTo(server).hasToString(named());
            }
        }
    }

    @GearmanServer(lifetime = GearmanServer.Lifetime.PER_TEST)
    static class Failing {
        Failing() {
            throw new IllegalStateException("no instance");
        }

        @Test
        void one() {}
    }

    @GearmanServer(lifetime = GearmanServer.Lifetime.PER_TEST)
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneForAllOfTheTest {
        OneForAllOfTheTest(ServerAddress server) {
            assertThat(server).isNull();
        }

        @Test
        void one() {}
    }
}
