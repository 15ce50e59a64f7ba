package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide says that the console prints, it prints. */
class GuideIT extends ExecutableJar {

    private static final Path GUIDE = Path.of("..", "docs", "guide");
    private static final Pattern EXAMPLE =
            Pattern.compile("^\\$ gearman-cdi ?(.*)\\n((?:(?!\\$ |----).*\\n)*)", Pattern.MULTILINE);

    /** One command of the guide and what comes of it. */
    record Example(String command, String output) {}

    static Stream<Example> examples() throws IOException {
        var text = Files.readString(GUIDE.resolve("console.adoc")) + Files.readString(GUIDE.resolve("cache.adoc"));
        return EXAMPLE.matcher(text)
                .results()
                .map(found -> new Example(found.group(1), found.group(2).strip()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void prints_what_the_guide_says(Example example) throws Exception {
        var jar = jar();
        applicationIs(jar);
        var words =
                example.command().isEmpty() ? new String[0] : example.command().split(" ", -1);

        assertThat(run(words)).as(err()).isZero();

        var printed = out().replace(System.getProperty("exec.jar"), "/opt/gearman-cdi-cli-exec.jar")
                .replace(java(), "/usr/bin/java")
                .replace(jar.toString(), "/opt/app.jar")
                .replace(files.resolve("caches").toString(), "/home/me/.cache");
        assertThat(printed.replaceAll("[0-9a-f]{14,16}\\.catalog", "3682f5714eadbaa2.catalog")
                        .strip())
                .isEqualTo(example.output());
    }

    private Path jar() throws IOException {
        var jar = files.resolve("app.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var name : List.of("META-INF/beans.xml", "com/acme/Thumbnails.class")) {
                out.putNextEntry(new JarEntry(name));
                Files.copy(application().resolve(name), out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
