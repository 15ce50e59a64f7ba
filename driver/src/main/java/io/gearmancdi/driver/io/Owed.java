package io.gearmancdi.driver.io;

/** What a server owes on a connection. */
public enum Owed {
    /** Nothing: whatever comes is not expected. */
    NOTHING,

    /** An answer at least. */
    ANSWERS
}
