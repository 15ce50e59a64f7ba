/** A job server for JUnit 5 tests, and one that misbehaves on demand. */
module io.gearmancdi.testing {
    requires static org.jspecify;
    requires transitive io.gearmancdi.api;
    requires transitive io.gearmancdi.driver;
    requires transitive io.gearmancdi.server;
    requires io.gearmancdi.protocol;
    requires transitive org.junit.jupiter.api;

    exports io.gearmancdi.testing;
}
