package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.protocol.Packet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed every check and is ready to be sent.
 *
 * @param job the name that the caller gave
 * @param function the function on the wire
 * @param unique empty if none
 * @param packet what is sent
 * @param background whether nobody waits for the result
 * @param repeatable whether it may be sent again after a loss: background, with a random unique of our own
 * @param timeoutNanos how long the caller waits; 0: for ever
 * @param context the object of the caller
 * @param servers where it may go
 */
record Prepared(
        String job,
        String function,
        String unique,
        Packet packet,
        boolean background,
        boolean repeatable,
        long timeoutNanos,
        @Nullable Object context,
        List<ServerAddress> servers) {

    /** When the caller's time is over; {@link Long#MAX_VALUE} from now: never. */
    long deadline(long now) {
        return timeoutNanos == 0 ? now + Long.MAX_VALUE : now + timeoutNanos;
    }
}
