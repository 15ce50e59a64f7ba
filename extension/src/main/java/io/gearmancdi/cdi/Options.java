package io.gearmancdi.cdi;

import io.gearmancdi.discovery.Key;
import io.gearmancdi.discovery.SettingsReader;
import io.gearmancdi.discovery.Values;
import io.gearmancdi.driver.Gearman;
import java.time.Duration;

/** The settings that concern the whole application. */
record Options(
        boolean autostart,
        boolean callbacks,
        boolean generateUniqueKeys,
        EmbeddedServerMode embeddedServer,
        EmbeddedStore embeddedStore,
        String executorName,
        boolean virtualThreads,
        int maxPacketSize,
        int maxPending,
        boolean failWhenFull,
        int maxBufferSize,
        boolean interruptOnConnectionLoss,
        int maxResultSize,
        Duration clientTimeout,
        Duration connectTimeout,
        Duration reconnectInitialDelay,
        Duration reconnectMaxDelay,
        Duration heartbeat,
        Duration pollInterval,
        Duration shutdownTimeout) {

    static Options read(SettingsReader reader) {
        return new Options(
                reader.value(Key.AUTOSTART, Values::flag),
                reader.value(Key.DEFAULTS_CALLBACKS, Values::flag),
                reader.value(Key.DEFAULTS_GENERATE_UNIQUE_KEY, Values::flag),
                reader.value(Key.EMBEDDED_SERVER, text -> Values.choice(EmbeddedServerMode.class, text)),
                EmbeddedStore.read(reader),
                reader.value(Key.EXECUTOR_NAME, String::strip),
                reader.value(Key.EXECUTOR_VIRTUAL, Values::flag),
                reader.value(Key.MAX_PACKET_SIZE, Values::positive),
                reader.value(Key.CLIENT_MAX_PENDING, Values::positive),
                reader.value(Key.CLIENT_WHEN_FULL, text -> Values.either(text, "fail", "wait")),
                reader.value(Key.MAX_BUFFER_SIZE, Values::positive),
                reader.value(Key.ON_CONNECTION_LOSS, text -> Values.either(text, "interrupt", "finish")),
                reader.value(Key.CLIENT_MAX_RESULT_SIZE, Values::positive),
                reader.value(Key.CLIENT_TIMEOUT, Values::duration),
                reader.value(Key.CLIENT_CONNECT_TIMEOUT, Values::duration),
                reader.value(Key.RECONNECT_INITIAL_DELAY, Values::duration),
                reader.value(Key.RECONNECT_MAX_DELAY, Values::duration),
                reader.value(Key.HEARTBEAT, Values::duration),
                reader.value(Key.POLL_INTERVAL, Values::duration),
                reader.value(Key.SHUTDOWN_TIMEOUT, Values::duration));
    }

    void applyTo(Gearman.Builder builder) {
        builder.generateUniqueKeys(generateUniqueKeys)
                .maxPacketSize(maxPacketSize)
                .maxPending(maxPending)
                .failWhenFull(failWhenFull)
                .maxBufferSize(maxBufferSize)
                .interruptOnConnectionLoss(interruptOnConnectionLoss)
                .maxResultSize(maxResultSize)
                .clientTimeout(clientTimeout)
                .connectTimeout(connectTimeout)
                .reconnectDelay(reconnectInitialDelay, reconnectMaxDelay)
                .heartbeat(heartbeat)
                .pollInterval(pollInterval)
                .shutdownTimeout(shutdownTimeout);
    }
}
