package io.gearmancdi.discovery;

import io.gearmancdi.discovery.Attribute.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of one worker or job under any of its names, or those of the defaults. */
record ConfigRung(Settings settings, Level level, List<String> prefixes) implements Rung {

    static ConfigRung defaults(Settings settings) {
        return new ConfigRung(settings, Level.DEFAULTS, List.of(Level.DEFAULTS.prefix()));
    }

    static ConfigRung of(Settings settings, Level level, Collection<String> names) {
        var prefixes = names.stream()
                .flatMap(ConfigRung::spellings)
                .map(name -> level.prefix() + name + ".")
                .toList();
        return new ConfigRung(settings, level, prefixes);
    }

    private static Stream<String> spellings(String name) {
        var quoted = "\"" + name + "\"";
        return name.indexOf('.') < 0 ? Stream.of(quoted, name) : Stream.of(quoted);
    }

    @Override
    public Optional<Sourced> find(Attribute attribute) {
        if (!attribute.isOn(level)) {
            return Optional.empty();
        }
        return prefixes.stream()
                .map(prefix -> prefix + attribute.suffix())
                .flatMap(key -> settings.get(key).map(text -> new Sourced(text, key)).stream())
                .findFirst();
    }
}
