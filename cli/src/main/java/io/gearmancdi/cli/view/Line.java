package io.gearmancdi.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The line that starts a worker or job, in the words of those who keep processes alive. */
final class Line {

    private static final String PLAIN = "_@+=:,./-~";

    private final List<String> words;

    private Line(List<String> words) {
        this.words = List.copyOf(words);
    }

    static Line of(Launch launch, String command, String name, GivenLimits given) {
        var words = new ArrayList<>(launch.words());
        words.add(command);
        words.add(name);
        words.add("--no-interaction");
        words.addAll(given.arguments());
        return new Line(words);
    }

    /** The value of {@code command} in a program section: blank and semicolon would begin a comment even in quotes. */
    String supervisord() {
        return words.stream()
                .map(word ->
                        quoted(word).replace("%", "%%").replace(" ;", " \"\";").replace(" #", " \"\"#"))
                .collect(Collectors.joining(" "));
    }

    /** The value of {@code ExecStart} in a service section. */
    String systemd() {
        return words.stream()
                .map(word -> quoted(word).replace("%", "%%").replace("$", "$$"))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return !word.isEmpty() && word.chars().allMatch(Line::isPlain)
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }
}
