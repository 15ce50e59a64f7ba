package io.gearmancdi.cli;

import io.gearmancdi.cli.cache.ClassPath;
import io.gearmancdi.cli.view.Launch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The words that start the console as this process was started, as far as they matter to workers and are no secret:
 * settings of Gearman and the profile of the configuration.
 */
final class LaunchWords {

    private static final String PREFIX = "gearman.";
    private static final String SET_BY_THE_CONSOLE = "gearman.autostart";
    private static final List<String> PROFILES = List.of("mp.config.profile", "smallrye.config.profile");
    private static final List<String> SECRETS =
            List.of("password", "passwd", "passphrase", "secret", "token", "credential", "private");

    private LaunchWords() {}

    /**
     * The words, without the command.
     *
     * @param options of the console itself
     */
    static Launch of(List<String> options) {
        var words = new ArrayList<String>();
        var leftOut = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        settings(words, leftOut);
        var classPath =
                ClassPath.parse(System.getProperty("java.class.path", "")).text();
        if (classPath.endsWith("-exec.jar")) {
            words.add("-jar");
            words.add(classPath);
        } else {
            words.add("-cp");
            words.add(classPath);
            words.add(Main.class.getName());
        }
        words.addAll(options);
        return new Launch(words, leftOut);
    }

    private static void settings(List<String> words, List<String> leftOut) {
        for (var name : new TreeSet<>(System.getProperties().stringPropertyNames())) {
            if ((name.startsWith(PREFIX) && !name.equals(SET_BY_THE_CONSOLE)) || PROFILES.contains(name)) {
                var value = System.getProperty(name, "");
                if (isSecret(name) || !value.chars().allMatch(c -> c >= ' ' && c != 0x7f)) {
                    leftOut.add(name);
                } else {
                    words.add("-D" + name + "=" + value);
                }
            }
        }
        for (var name : new TreeSet<>(System.getenv().keySet())) {
            if (name.toLowerCase(Locale.ROOT).startsWith("gearman_") || name.startsWith(PREFIX)) {
                leftOut.add(name);
            }
        }
    }

    private static boolean isSecret(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(lower::contains);
    }

    /** Tells what the process needs besides. */
    static void explain(Launch launch, PrintWriter err) {
        if (!launch.leftOut().isEmpty()) {
            err.println("Not in the lines for supervisord and systemd, to be set in the environment of the process: "
                    + String.join(", ", launch.leftOut()));
        }
    }
}
