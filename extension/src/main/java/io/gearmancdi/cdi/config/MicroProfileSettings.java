package io.gearmancdi.cdi.config;

import io.gearmancdi.discovery.Settings;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The only class that touches MicroProfile Config. */
record MicroProfileSettings(Config config) implements Settings {

    static Settings open() {
        return new MicroProfileSettings(ConfigProvider.getConfig());
    }

    @Override
    public Optional<String> get(String key) {
        return config.getOptionalValue(key, String.class).filter(text -> !text.isBlank());
    }

    @Override
    public OptionalInt ordinal(String key) {
        return get(key).isPresent()
                ? OptionalInt.of(config.getConfigValue(key).getSourceOrdinal())
                : OptionalInt.empty();
    }

    @Override
    public Set<String> names() {
        var names = new HashSet<String>();
        config.getPropertyNames().forEach(names::add);
        // Implementations keep the first answer; properties set since then are known to the sources alone
        config.getConfigSources().forEach(source -> names.addAll(source.getPropertyNames()));
        EnvironmentKeys.of(System.getenv().keySet()).forEach(names::add);
        return names;
    }

    @Override
    public String origin() {
        return "MicroProfile Config (" + config.getClass().getName() + ")";
    }
}
