package io.gearmancdi.discovery;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which packages' workers are offered: those of active bundles, or all where no bundle is configured. */
final class Bundles {

    private static final Pattern KEY = Pattern.compile("gearman\\.bundles\\.(\"[^\"]+\"|[^.\"]+)\\..+");

    private final List<Predicate<String>> active;
    private final boolean configured;

    private Bundles(List<Predicate<String>> active, boolean configured) {
        this.active = active;
        this.configured = configured;
    }

    static Bundles read(SettingsReader reader, Problems problems) {
        var ids = ids(reader.settings().names());
        var active = ids.stream()
                .filter(id -> !isNameless(id, reader, problems))
                .filter(id -> reader.value(Key.BUNDLE_ACTIVE, Key.BUNDLE_ACTIVE.of(id), Values::flag))
                .map(id -> bundle(id, reader))
                .toList();
        return new Bundles(active, !ids.isEmpty());
    }

    boolean offer(String packageName) {
        return !configured || active.stream().anyMatch(bundle -> bundle.test(packageName));
    }

    private static Set<String> ids(Set<String> names) {
        return names.stream()
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean isNameless(String id, SettingsReader reader, Problems problems) {
        var key = Key.BUNDLE_NAME.of(id);
        if (reader.settings().get(key).isPresent()) {
            return false;
        }
        problems.add(ProblemCode.NAMELESS_BUNDLE, key, "bundle '" + id + "' has no package", "Set this key");
        return true;
    }

    private static Predicate<String> bundle(String id, SettingsReader reader) {
        var name = reader.value(Key.BUNDLE_NAME, Key.BUNDLE_NAME.of(id), String::strip);
        var include = reader.value(Key.BUNDLE_INCLUDE, Key.BUNDLE_INCLUDE.of(id), Values::list);
        var ignore = reader.value(Key.BUNDLE_IGNORE, Key.BUNDLE_IGNORE.of(id), Values::list);
        return packageName -> isIn(packageName, name)
                && (include.isEmpty() || include.stream().anyMatch(sub -> isIn(packageName, name + "." + sub)))
                && ignore.stream().noneMatch(sub -> isIn(packageName, name + "." + sub));
    }

    private static boolean isIn(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
