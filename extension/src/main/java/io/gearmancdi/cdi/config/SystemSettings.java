package io.gearmancdi.cdi.config;

import io.gearmancdi.discovery.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * System properties, then environment variables, by the rules of MicroProfile Config for names and for blank values.
 */
record SystemSettings(Map<String, String> properties, Map<String, String> environment) implements Settings {

    private static final int PROPERTIES = 400;
    private static final int ENVIRONMENT = 300;

    static Settings open() {
        var properties = System.getProperties();
        return new SystemSettings(
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, properties::getProperty)),
                System.getenv());
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(properties.get(key))
                .or(() -> inEnvironment(key))
                .filter(text -> !text.isBlank());
    }

    private Optional<String> inEnvironment(String key) {
        var underscored = key.replaceAll("[^A-Za-z0-9]", "_");
        return Stream.of(key, underscored, underscored.toUpperCase(Locale.ROOT))
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .findFirst();
    }

    @Override
    public OptionalInt ordinal(String key) {
        int set = properties.containsKey(key) ? PROPERTIES : ENVIRONMENT;
        return get(key).isPresent() ? OptionalInt.of(set) : OptionalInt.empty();
    }

    @Override
    public Set<String> names() {
        return Stream.concat(properties.keySet().stream(), EnvironmentKeys.of(environment.keySet()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String origin() {
        return "system properties and environment";
    }
}
