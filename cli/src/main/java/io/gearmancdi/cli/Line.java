package io.gearmancdi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The line that starts a worker or job, in the words of those who keep processes alive. */
final class Line {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@+=:,./-]+");

    private final List<String> words;

    private Line(List<String> words) {
        this.words = List.copyOf(words);
    }

    static Line of(List<String> launch, String command, String name, List<String> options) {
        var words = new ArrayList<>(launch);
        words.add(command);
        words.add(name);
        words.add("--no-interaction");
        words.addAll(options);
        return new Line(words);
    }

    /** The value of {@code command} in a program section. */
    String supervisord() {
        return words.stream().map(word -> quoted(word).replace("%", "%%")).collect(Collectors.joining(" "));
    }

    /** The value of {@code ExecStart} in a service section. */
    String systemd() {
        return words.stream()
                .map(word -> quoted(word).replace("%", "%%").replace("$", "$$"))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
