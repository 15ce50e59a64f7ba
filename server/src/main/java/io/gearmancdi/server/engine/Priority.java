package io.gearmancdi.server.engine;

import java.util.List;

/** The urgency of a job; the order is that of service. */
enum Priority {
    HIGH(0),
    NORMAL(1),
    LOW(2);

    /** {@link #values} without its copy. */
    static final List<Priority> IN_ORDER = List.of(values());

    private final int place;

    Priority(int place) {
        this.place = place;
    }

    /** Its place in {@link #IN_ORDER}. */
    int place() {
        return place;
    }
}
