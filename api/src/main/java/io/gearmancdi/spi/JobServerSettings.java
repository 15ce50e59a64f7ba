package io.gearmancdi.spi;

/** What an embedded job server should be like; made by the library. */
public interface JobServerSettings {

    /** {@return the address to listen on} */
    String host();

    /** {@return the TCP port; 0: any free one} */
    int port();

    /** {@return the largest body of a packet in bytes} */
    int maxPacketSize();
}
