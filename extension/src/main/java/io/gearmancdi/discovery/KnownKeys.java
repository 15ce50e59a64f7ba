package io.gearmancdi.discovery;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds keys that nothing reads: misspelt ones, and those of workers and jobs that do not exist. */
final class KnownKeys {

    private static final String PREFIX = "gearman.";
    private static final Pattern NAMED = Pattern.compile("gearman\\.(workers|jobs)\\.(\"[^\"]+\"|[^.\"]+)\\.(.+)");
    private static final Pattern WITH_ID = Pattern.compile("gearman\\.(servers|bundles)\\.(\"[^\"]+\"|[^.\"]+)\\.(.+)");

    private final Set<String> patterns = new HashSet<>();
    private final Set<String> workers = new TreeSet<>();
    private final Set<String> jobs = new TreeSet<>();

    /**
     * @param offered the workers
     * @param names of all workers, also of those that are not offered
     * @param named keys that annotations name: the application's own, whatever they begin with
     */
    KnownKeys(List<DiscoveredWorker> offered, Collection<WorkerNames> names, Set<String> named) {
        patterns.addAll(named);
        KeyTable.entries().forEach(entry -> patterns.add(entry.pattern()));
        var ambiguous = WorkerNames.ambiguous(names);
        names.forEach(name -> workers.addAll(name.forConfiguration(ambiguous)));
        for (var worker : offered) {
            for (var job : worker.descriptor().jobs()) {
                var name = job.name();
                var plain = name.substring(name.lastIndexOf('~'));
                jobs.add(name);
                jobs.add(job.function());
                workers.stream().filter(known -> isOf(known, worker)).forEach(known -> jobs.add(known + plain));
            }
        }
    }

    private static boolean isOf(String name, DiscoveredWorker worker) {
        var callable = worker.descriptor().callableName();
        return callable.equals(name) || callable.endsWith("." + name) || name.endsWith("." + callable);
    }

    void check(Settings settings, Problems problems) {
        settings.names().stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !isKnown(name))
                .sorted()
                .forEach(name -> problems.add(
                        ProblemCode.UNKNOWN_KEY,
                        name,
                        "nothing reads this key",
                        "Did you mean " + nearest(name) + "?"));
    }

    private boolean isKnown(String key) {
        if (patterns.contains(key)) {
            return true;
        }
        var named = NAMED.matcher(key);
        if (named.matches()) {
            var names = named.group(1).equals("jobs") ? jobs : workers;
            return names.contains(unquoted(named.group(2)))
                    && patterns.contains(pattern(named.group(1), named.group(3)));
        }
        var withId = WITH_ID.matcher(key);
        return withId.matches() && patterns.contains(PREFIX + withId.group(1) + ".<id>." + withId.group(3));
    }

    private static String pattern(String level, String suffix) {
        return PREFIX + level + ".<name>." + suffix;
    }

    private String nearest(String key) {
        var named = NAMED.matcher(key);
        if (!named.matches()) {
            return closest(key, patterns);
        }
        var names = named.group(1).equals("jobs") ? jobs : workers;
        var name = unquoted(named.group(2));
        var known = names.isEmpty() || names.contains(name) ? name : closest(name, names);
        var pattern = closest(pattern(named.group(1), named.group(3)), patterns);
        return pattern.replace("<name>", known.indexOf('.') < 0 ? known : "\"" + known + "\"");
    }

    private static String closest(String text, Set<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> Distance.between(text, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(text);
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
    }
}
