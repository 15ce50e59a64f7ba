package io.gearmancdi.cdi.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the keys with an id of the application's own that the environment sets. Any other key is known before it is
 * looked up; of these the id has to be found, and it has letters and digits alone.
 */
final class EnvironmentKeys {

    private static final Pattern WITH_ID = Pattern.compile(
            "GEARMAN_(?:SERVERS_[A-Z0-9]+_(?:HOST|PORT)|BUNDLES_[A-Z0-9]+_(?:NAME|ACTIVE|INCLUDE|IGNORE))");

    private EnvironmentKeys() {}

    static Stream<String> of(Set<String> variables) {
        return variables.stream()
                .filter(name -> WITH_ID.matcher(name).matches())
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
