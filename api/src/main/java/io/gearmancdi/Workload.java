package io.gearmancdi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workload that says how it is encoded, where its run-time type would say something else. Immutable. */
public final class Workload {

    private static final Workload EMPTY = new Workload(null, false);

    private final @Nullable Object value;
    private final boolean json;

    private Workload(@Nullable Object value, boolean json) {
        this.value = value;
        this.json = json;
    }

    /**
     * A workload that goes out as JSON whatever its type: a text in quotes, {@code null} as {@code null}.
     *
     * @param value what JSON-B can write
     * @return the workload
     */
    public static Workload json(@Nullable Object value) {
        return new Workload(value, true);
    }

    /**
     * No bytes. Clients in PHP and C cannot send it, job servers and workers take it.
     *
     * @return the workload
     */
    public static Workload empty() {
        return EMPTY;
    }

    /** {@return whether the value goes out as JSON; otherwise the workload is empty} */
    public boolean isJson() {
        return json;
    }

    /** {@return what goes out as JSON; empty for {@code null}} */
    public Optional<Object> value() {
        return Optional.ofNullable(value);
    }
}
