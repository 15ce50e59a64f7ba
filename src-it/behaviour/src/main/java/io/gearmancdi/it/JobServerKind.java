package io.gearmancdi.it;

/** The job servers on which everything has to behave the same. */
public enum JobServerKind {
    /** The one that comes with the library, inside this process. */
    EMBEDDED,
    /** The program {@code gearmand}. */
    GEARMAND
}
