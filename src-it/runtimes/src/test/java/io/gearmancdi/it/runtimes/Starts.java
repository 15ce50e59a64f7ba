package io.gearmancdi.it.runtimes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the library has said at its starts in the logs and reports of a module. */
record Starts(List<String> lines) {

    private static final String START = "GCDI-101";

    /** What the table says, and what the library says of the same. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("portable", "found by the portable extension;"),
            Map.entry("build compatible", "found by the build compatible extension;"),
            Map.entry("SmallRye Config", "settings come from MicroProfile Config (io.smallrye."),
            Map.entry("that of Quarkus", "settings come from MicroProfile Config (io.smallrye."),
            Map.entry("that of Payara", "settings come from MicroProfile Config (fish.payara."),
            Map.entry("that of Liberty", "settings come from MicroProfile Config (io."),
            Map.entry("that of Helidon", "settings come from MicroProfile Config (io.helidon."),
            Map.entry("system properties", "settings come from system properties and environment;"),
            Map.entry("own pool", "jobs run on an own pool"),
            Map.entry("virtual threads", "jobs run on virtual threads"),
            Map.entry("managed executor", "jobs run on the executor java:comp/DefaultManagedExecutorService"),
            Map.entry("the executor of Quarkus", "jobs run on the application's ExecutorService bean"));

    static Starts of(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return new Starts(List.of());
        }
        try (var files = Files.walk(target)) {
            return new Starts(files.filter(file -> file.toString().matches(".*\\.(log|xml)"))
                    .filter(Files::isRegularFile)
                    .flatMap(Starts::lines)
                    .toList());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.contains(START) ? text.lines().filter(line -> line.contains(START)) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what a cell of the table says without that a start has shown it} */
    List<String> notShown(String cell) {
        return WORDS.entrySet().stream()
                .filter(word -> cell.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .filter(Predicate.not(said -> lines.stream().anyMatch(line -> line.contains(said))))
                .toList();
    }
}
