package io.gearmancdi.cli.cache;

/** Where catalogs are kept. */
public enum CacheMode {
    /** In files, for the next runs. */
    FILE,
    /** In the process, as long as it lives. */
    MEMORY,
    /** Nowhere. */
    OFF
}
