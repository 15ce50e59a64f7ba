package io.gearmancdi.cdi;

import io.gearmancdi.discovery.Key;
import io.gearmancdi.discovery.SettingsReader;
import io.gearmancdi.discovery.Values;
import io.gearmancdi.spi.FlushPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the embedded job server keeps background jobs, and how well. */
record EmbeddedStore(Optional<Path> directory, FlushPolicy flush, Duration flushInterval) {
    static EmbeddedStore read(SettingsReader reader) {
        return new EmbeddedStore(
                reader.value(Key.EMBEDDED_SERVER_STORE, EmbeddedStore::directory),
                reader.value(Key.EMBEDDED_SERVER_FLUSH, text -> Values.choice(FlushPolicy.class, text)),
                reader.value(Key.EMBEDDED_SERVER_FLUSH_INTERVAL, EmbeddedStore::interval));
    }

    private static Optional<Path> directory(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
    }

    private static Duration interval(String text) {
        var interval = Values.duration(text);
        if (interval.toMillis() == 0) {
            throw new IllegalArgumentException("'" + text + "' is too short; a millisecond or more");
        }
        return interval;
    }
}
