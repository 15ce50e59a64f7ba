package io.gearmancdi.discovery;

/**
 * A value and where it was written.
 *
 * @param text the value
 * @param origin a key, or an annotation's attribute
 */
record Sourced(String text, String origin) {}
