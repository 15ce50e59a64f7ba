package io.gearmancdi.discovery;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

record MapSettings(Map<String, String> values) implements Settings {

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).filter(text -> !text.isBlank());
    }

    @Override
    public OptionalInt ordinal(String key) {
        return get(key).isPresent() ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public String origin() {
        return "a map";
    }
}
