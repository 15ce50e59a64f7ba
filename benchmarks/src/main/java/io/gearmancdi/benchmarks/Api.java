package io.gearmancdi.benchmarks;

/** Which face of the library is put under load. */
enum Api {
    /** {@code Gearman.builder()}. */
    DRIVER,
    /** The injected client, and a bean that was discovered. */
    CDI
}
