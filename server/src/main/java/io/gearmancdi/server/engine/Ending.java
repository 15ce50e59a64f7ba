package io.gearmancdi.server.engine;

/** Whether and how a server is to end. */
public enum Ending {
    /** Not at all. */
    NONE,
    /** Once the last job has ended. */
    GRACEFUL,
    /** At once. */
    NOW
}
