package io.gearmancdi.cdi.config;

import io.gearmancdi.discovery.Settings;

/** Opens the application's configuration. */
public final class Configuration {

    private Configuration() {}

    /**
     * Opens MicroProfile Config of the context class loader, else system properties and environment.
     *
     * @return the settings
     */
    public static Settings open() {
        try {
            return MicroProfileSettings.open();
        } catch (LinkageError | IllegalStateException e) {
            // No API, or an API without an implementation: both are normal outside of MicroProfile
            return SystemSettings.open();
        }
    }
}
