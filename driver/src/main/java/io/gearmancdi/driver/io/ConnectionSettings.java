package io.gearmancdi.driver.io;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made and kept.
 *
 * @param connectTimeout for one attempt
 * @param maxPacketSize the largest body, both ways
 * @param maxBufferSize how many bytes may wait to be written before whoever sends has to wait
 * @param reconnect the waits between attempts
 * @param heartbeat how long a connection may be silent; zero: for ever
 * @param tls null: connections are not secure
 */
public record ConnectionSettings(
        Duration connectTimeout,
        int maxPacketSize,
        int maxBufferSize,
        BackoffPolicy reconnect,
        Duration heartbeat,
        @Nullable Tls tls) {

    /** {@return how often a connection is to be looked at: twice in the time to connect, and twice in a heartbeat} */
    public Duration checkInterval() {
        var shorter = heartbeat.isZero() || heartbeat.compareTo(connectTimeout) > 0 ? connectTimeout : heartbeat;
        return shorter.dividedBy(2);
    }
}
