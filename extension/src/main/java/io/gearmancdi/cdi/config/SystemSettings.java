package io.gearmancdi.cdi.config;

import io.gearmancdi.discovery.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** System properties, then environment variables by the name rules of MicroProfile Config. */
record SystemSettings(Map<String, String> properties, Map<String, String> environment) implements Settings {

    static Settings open() {
        var properties = System.getProperties();
        return new SystemSettings(
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, properties::getProperty)),
                System.getenv());
    }

    @Override
    public Optional<String> get(String key) {
        var underscored = key.replaceAll("[^A-Za-z0-9]", "_");
        return Stream.of(
                        Optional.ofNullable(properties.get(key)),
                        Optional.ofNullable(environment.get(key)),
                        Optional.ofNullable(environment.get(underscored)),
                        Optional.ofNullable(environment.get(underscored.toUpperCase(Locale.ROOT))))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst();
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
