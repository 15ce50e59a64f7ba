/** Gearman client and workers in plain Java. */
module io.gearmancdi.driver {
    requires transitive io.gearmancdi.api;
    requires io.gearmancdi.protocol;
    requires static org.jspecify;

    exports io.gearmancdi.driver;
}
