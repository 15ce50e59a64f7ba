package io.gearmancdi.discovery;

import java.util.Optional;
import java.util.function.Function;

/** Reads settings; what cannot be read becomes a problem, and the built-in value holds meanwhile. */
public final class SettingsReader {

    private final Settings settings;
    private final Problems problems;

    /**
     * Reads from settings.
     *
     * @param settings the settings
     * @param problems where problems go
     */
    public SettingsReader(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /**
     * Reads a key.
     *
     * @param key the key
     * @param parse reads its text; throws {@code IllegalArgumentException} with what would be legal
     * @param <T> the type of the value
     * @return the value, else the built-in one
     */
    public <T> T value(Key key, Function<String, T> parse) {
        return value(key, key.pattern(), parse);
    }

    <T> T value(Key key, String name, Function<String, T> parse) {
        return settings.get(name)
                .flatMap(text -> parse(new Sourced(text, name), parse))
                .orElseGet(() -> parse.apply(key.builtIn()));
    }

    <T> Optional<T> parse(Sourced value, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(value.text()));
        } catch (IllegalArgumentException e) {
            problems.add(ProblemCode.BAD_SETTING, value.origin(), String.valueOf(e.getMessage()), "Correct the value");
            return Optional.empty();
        }
    }

    Settings settings() {
        return settings;
    }
}
