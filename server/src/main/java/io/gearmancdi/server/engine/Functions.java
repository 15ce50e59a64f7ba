package io.gearmancdi.server.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All functions that were ever named, in that order. */
final class Functions {
    private final Map<Name, Function> byName = new LinkedHashMap<>();

    Function get(Name name) {
        return byName.computeIfAbsent(name, Function::new);
    }

    @Nullable
    Function find(Name name) {
        return byName.get(name);
    }

    void remove(Function function) {
        byName.remove(function.name);
    }

    Collection<Function> all() {
        return byName.values();
    }
}
