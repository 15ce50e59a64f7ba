package io.gearmancdi.cli.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class paths as they are written. */
class ClassPathTest {

    @TempDir
    Path files;

    @Test
    void entries_become_absolute() {
        var here = Path.of("").toAbsolutePath();

        var path = ClassPath.parse("a.jar" + File.pathSeparator + "b/../c");

        assertThat(path.entries()).containsExactly(here.resolve("a.jar"), here.resolve("c"));
        assertThat(path.text()).isEqualTo(here.resolve("a.jar") + File.pathSeparator + here.resolve("c"));
    }

    @Test
    void a_star_stands_for_the_jars_of_a_directory_and_stays_a_star_in_the_text() throws IOException {
        for (var name : new String[] {"b.jar", "a.JAR", "c.txt"}) {
            Files.writeString(files.resolve(name), "");
        }

        var path = ClassPath.parse(files + File.separator + "*");

        assertThat(path.entries()).containsExactly(files.resolve("a.JAR"), files.resolve("b.jar"));
        assertThat(path.text()).isEqualTo(files + File.separator + "*");
    }

    @Test
    void what_is_not_there_is_passed_over() {
        assertThat(ClassPath.parse(files.resolve("none") + File.separator + "*").entries())
                .isEmpty();
        assertThat(ClassPath.parse("").entries()).isEmpty();
    }
}
