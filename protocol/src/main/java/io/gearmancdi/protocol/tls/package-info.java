/**
 * TLS over a socket that does not block: keys and certificates from files, and the bytes between a socket and an
 * {@link javax.net.ssl.SSLEngine}. Used by the driver and the job server; java.base only.
 */
@NullMarked
package io.gearmancdi.protocol.tls;

import org.jspecify.annotations.NullMarked;
