/**
 * Bytes to packets and back: what the client, the worker and the job server have in common.
 *
 * <p>Everything here is pure: no socket, no thread, no clock. {@link io.gearmancdi.protocol.PacketType} is the one
 * table of the protocol; {@link io.gearmancdi.protocol.Encoder} and {@link io.gearmancdi.protocol.Decoder} know no
 * single packet but follow that table. Section numbers in this package refer to the file {@code PROTOCOL} of gearmand.
 *
 * <p>Used by the driver and by the job server; applications have no need of it.
 */
@NullMarked
package io.gearmancdi.protocol;

import org.jspecify.annotations.NullMarked;
