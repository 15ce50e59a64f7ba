package io.gearmancdi.server.engine;

import java.util.List;

/** The urgency of a job; the order is that of service. */
enum Priority {
    HIGH,
    NORMAL,
    LOW;

    /** {@link #values} without its copy. */
    static final List<Priority> IN_ORDER = List.of(values());
}
