package io.gearmancdi.discovery;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The configuration as text. */
public interface Settings {

    /**
     * Looks a setting up.
     *
     * @param key such as {@code gearman.servers}
     * @return its text; empty if it is not set or blank
     */
    Optional<String> get(String key);

    /**
     * How strong the source is that a setting comes from.
     *
     * @param key such as {@code gearman.servers}
     * @return the ordinal of MicroProfile Config, the highest of which holds; empty if it is not set or blank
     */
    OptionalInt ordinal(String key);

    /** {@return the names that are set, as far as they are known; also those that are not Gearman's} */
    Set<String> names();

    /** {@return where they come from, for the log} */
    String origin();

    /**
     * Settings held in a map.
     *
     * @param values text by name
     * @return the settings
     */
    static Settings of(Map<String, String> values) {
        return new MapSettings(Map.copyOf(values));
    }
}
