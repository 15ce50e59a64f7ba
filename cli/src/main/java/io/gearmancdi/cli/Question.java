package io.gearmancdi.cli;

import io.gearmancdi.cli.cache.ClassPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that only asks for what is known, in one of its plain spellings.
 *
 * @param command its name
 * @param name the worker or job; empty for a list
 * @param classPath the application; empty: it is beside the console
 * @param json whether the answer is for a program
 * @param quiet whether nothing else is to be told
 */
record Question(String command, String name, ClassPath classPath, boolean json, boolean quiet) {

    private static final String CLASS_PATH = "--class-path";
    private static final Map<String, String> OPTIONS = Map.of(
            "--json", "--json",
            "-q", "--quiet",
            "--quiet", "--quiet",
            "-n", "--no-interaction",
            "--no-interaction", "--no-interaction");

    /**
     * Reads a command line.
     *
     * @return the question; null if it is none, or not surely one
     */
    static @Nullable Question of(String... arguments) {
        var options = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (var rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (!argument.startsWith("-")) {
                words.add(argument);
            } else if (!isOption(argument, rest, options)) {
                return null;
            }
        }
        var classPath = options.getOrDefault(CLASS_PATH, "");
        if (words.isEmpty() || words.stream().anyMatch(word -> word.startsWith("@"))) {
            return null;
        }
        var command = CommandNames.plain(words.get(0));
        boolean complete = switch (command) {
            case CommandNames.WORKER_LIST -> words.size() == 1;
            case CommandNames.WORKER_DESCRIBE, CommandNames.JOB_DESCRIBE -> words.size() == 2;
            default -> false;
        };
        return complete
                ? new Question(
                        command,
                        words.size() == 2 ? words.get(1) : "",
                        ClassPath.parse(classPath),
                        options.containsKey("--json"),
                        options.containsKey("--quiet"))
                : null;
    }

    /** Takes one option; false if it is unknown or comes twice. */
    private static boolean isOption(String argument, Iterator<String> rest, Map<String, String> options) {
        var plain = OPTIONS.get(argument);
        if (plain != null) {
            return options.put(plain, "") == null;
        }
        if (argument.equals(CLASS_PATH) || argument.equals("-cp")) {
            return rest.hasNext() && options.put(CLASS_PATH, rest.next()) == null;
        }
        for (var name : List.of(CLASS_PATH + "=", "-cp=")) {
            if (argument.startsWith(name)) {
                return options.put(CLASS_PATH, argument.substring(name.length())) == null;
            }
        }
        return false;
    }
}
