package io.gearmancdi.discovery;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of one worker.
 *
 * @param full package and name, or the class name
 * @param plain the name alone, or the simple class name
 * @param named whether {@code @Work} gives the name; otherwise the worker is always called by its full name
 */
record WorkerNames(String full, String plain, boolean named) {

    static WorkerNames of(Class<?> type, String name) {
        var className = type.getName().replace('$', '.');
        if (name.isEmpty()) {
            return new WorkerNames(className, className.substring(className.lastIndexOf('.') + 1), false);
        }
        var namespace = type.getPackageName();
        return new WorkerNames(namespace.isEmpty() ? name : namespace + "." + name, name, true);
    }

    String callable(boolean prependsNamespace) {
        return prependsNamespace || !named ? full : plain;
    }

    /** The names under which configuration may speak of it: the plain one only where no other worker shares it. */
    Set<String> forConfiguration(Set<String> ambiguous) {
        var names = new LinkedHashSet<String>();
        names.add(full);
        if (!ambiguous.contains(plain)) {
            names.add(plain);
        }
        return names;
    }

    static Set<String> ambiguous(Collection<WorkerNames> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        WorkerNames::plain, Collectors.mapping(WorkerNames::full, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
