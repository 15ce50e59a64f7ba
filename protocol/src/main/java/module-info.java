/**
 * The packets of Gearman as values, their encoder and an incremental decoder.
 */
module io.gearmancdi.protocol {
    requires static org.jspecify;

    exports io.gearmancdi.protocol;
    exports io.gearmancdi.protocol.tls;
}
