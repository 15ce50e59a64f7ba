package io.gearmancdi.cdi;

/**
 * Where everything comes from, for the log.
 *
 * @param extension which extension has found workers and observers
 * @param settings where the configuration was read
 */
record Sources(String extension, String settings) {}
