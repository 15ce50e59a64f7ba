package io.gearmancdi.it.faults;

/** What may happen to the connections of a {@link FaultProxy}. */
enum Fault {
    /** Nothing. */
    NONE,
    /** Every read comes 20 ms late. */
    LATENCY,
    /** What the server says is dropped; what it is told arrives. */
    NO_ANSWER,
    /** All connections are reset; new ones are welcome. */
    RESET,
    /** The server's direction ends, the other stays open. */
    HALF_CLOSE,
    /** Bytes are taken and go nowhere until the fault is over. */
    BLACK_HOLE,
    /** Bytes go on one to seven at a time. */
    SLICE,
    /** About 100 bytes a millisecond. */
    THROTTLE
}
