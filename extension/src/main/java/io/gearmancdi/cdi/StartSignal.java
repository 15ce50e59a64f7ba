package io.gearmancdi.cdi;

/** Which event says that the application is ready. */
public enum StartSignal {
    /** {@code @Initialized(ApplicationScoped.class)}: some containers with portable extensions fire no other. */
    APPLICATION_SCOPE,
    /** {@code Startup}: where extensions run at build time, the application scope begins in static initialisation. */
    STARTUP
}
