package io.gearmancdi;

/** Where the unique of a submission comes from. */
public enum UniqueRule {
    /** From the {@link io.gearmancdi.spi.UniqueKeyGenerator}, as configured. */
    CONFIGURED,
    /** From the caller. */
    GIVEN,
    /** From name and workload: equal jobs become one. */
    CONTENT,
    /** At random: no two jobs become one. */
    RANDOM,
    /** None: foreground only, the fastest. A background job then gets a random one. */
    NONE
}
