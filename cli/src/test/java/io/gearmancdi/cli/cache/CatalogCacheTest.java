package io.gearmancdi.cli.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.JobEntry;
import io.gearmancdi.cli.view.LimitValues;
import io.gearmancdi.cli.view.WorkerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogs in files. */
class CatalogCacheTest {

    @TempDir
    Path files;

    private final Map<String, String> properties = new HashMap<>(Map.of("gearman.servers", "a:1"));
    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/x"));
    private Path classes;

    @BeforeEach
    void anApplication() throws IOException {
        classes = Files.createDirectories(files.resolve("classes/acme"));
        Files.writeString(classes.resolve("Worker.class"), "one");
    }

    private CatalogCache cache() {
        var origin = new Origin(
                ClassPath.parse(files.resolve("classes") + java.io.File.pathSeparator + files.resolve("lib/*")),
                ClassPath.parse(files.resolve("console.jar").toString()),
                properties,
                environment);
        return CatalogCache.in(files.resolve("cache"), origin);
    }

    private static Catalog catalog(String description) {
        var limits = new LimitValues(3, 2, 1L << 40);
        var job = new JobEntry("say", "w~say", "pre-w~say", "", "doHigh", limits, List.of("h:1", "[::1]:2"));
        return new Catalog(
                "pre-",
                List.of(new WorkerEntry(
                        "acme.Worker", "/x", "w", "named", description, limits, List.of(), List.of(job, job))));
    }

    private void keep() throws IOException {
        assertThat(cache().write(catalog("Größe 😀"), List.of())).isTrue();
        assertThat(cache().read()).contains(catalog("Größe 😀"));
    }

    @Test
    void keeps_all_of_a_catalog() throws IOException {
        assertThat(cache().read()).isEmpty();
        keep();
    }

    @Test
    void keeps_a_text_of_any_length() throws IOException {
        var large = catalog("x".repeat(200_000));
        cache().write(large, List.of());

        assertThat(cache().read()).contains(large);
    }

    @Nested
    class Damage {

        @Test
        void at_any_byte_is_noticed() throws IOException {
            keep();
            var file = cache().file();
            var whole = Files.readAllBytes(file);
            for (int i = 0; i < whole.length; i++) {
                var damaged = whole.clone();
                damaged[i] ^= 0x40;
                Files.write(file, damaged);

                assertThat(cache().read()).as("byte %d", i).isEmpty();
            }
        }

        @Test
        void by_cutting_or_adding_is_noticed() throws IOException {
            keep();
            var file = cache().file();
            var whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length++) {
                Files.write(file, java.util.Arrays.copyOf(whole, length));

                assertThat(cache().read()).as("length %d", length).isEmpty();
            }
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
            assertThat(cache().read()).isEmpty();
        }

        @Test
        void is_mended_by_the_next_that_writes() throws IOException {
            keep();
            Files.writeString(cache().file(), "nonsense");

            keep();
        }

        @Test
        void by_the_file_of_another_application_is_noticed() throws IOException {
            keep();
            var other = cache().file();
            properties.put("gearman.servers", "b:2");
            Files.copy(other, cache().file());

            assertThat(cache().read()).isEmpty();
        }
    }

    @Nested
    class AChange {

        @BeforeEach
        void after_it_was_kept() throws IOException {
            keep();
        }

        private void isNoticed() {
            assertThat(cache().read()).isEmpty();
        }

        @Test
        void of_a_class_is_noticed() throws IOException {
            Files.writeString(classes.resolve("Worker.class"), "other");
            isNoticed();
        }

        @Test
        void of_the_time_of_a_class_is_noticed() throws IOException {
            Files.setLastModifiedTime(classes.resolve("Worker.class"), FileTime.from(Instant.ofEpochSecond(1)));
            isNoticed();
        }

        @Test
        void by_a_class_more_is_noticed() throws IOException {
            Files.writeString(classes.resolve("Another.class"), "one");
            isNoticed();
        }

        @Test
        void by_a_class_less_is_noticed() throws IOException {
            Files.delete(classes.resolve("Worker.class"));
            isNoticed();
        }

        @Test
        void by_a_jar_more_is_noticed() throws IOException {
            Files.createDirectories(files.resolve("lib"));
            Files.writeString(files.resolve("lib/more.jar"), "a jar");
            isNoticed();
        }

        @Test
        void of_the_console_is_noticed() throws IOException {
            Files.writeString(files.resolve("console.jar"), "a newer one");
            isNoticed();
        }

        @Test
        void of_a_system_property_is_noticed() {
            properties.put("gearman.servers", "a:2");
            isNoticed();
        }

        @Test
        void of_the_environment_is_noticed() {
            environment.put("GEARMAN_SERVERS", "a:2");
            isNoticed();
        }

        @ParameterizedTest
        @ValueSource(strings = {"SHLVL", "TERM", "SSH_TTY"})
        void of_the_terminal_is_none(String name) {
            environment.put(name, "another");
            assertThat(cache().read()).isPresent();
        }

        @Test
        void is_undone_with_what_was_changed() throws IOException {
            properties.put("gearman.servers", "a:2");
            isNoticed();
            properties.put("gearman.servers", "a:1");
            assertThat(cache().read()).isPresent();
        }
    }

    @Test
    void a_file_that_the_configuration_came_from_is_watched() throws IOException {
        var settings = Files.writeString(files.resolve("settings.properties"), "a=b");
        cache().write(catalog(""), List.of(settings));
        assertThat(cache().read()).isPresent();

        Files.writeString(settings, "a=other");

        assertThat(cache().read()).isEmpty();
    }

    @Test
    void a_jar_that_another_jar_leads_to_is_watched() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "../behind.jar");
        Files.createDirectories(files.resolve("lib"));
        try (var jar = new JarOutputStream(Files.newOutputStream(files.resolve("lib/first.jar")), manifest)) {
            jar.finish();
        }
        keep();

        Files.writeString(files.resolve("behind.jar"), "it comes");

        assertThat(cache().read()).isEmpty();
    }

    @Test
    void what_changes_while_it_is_looked_at_is_not_kept() throws IOException {
        var opened = cache();
        Files.writeString(classes.resolve("Worker.class"), "written meanwhile");

        assertThat(opened.write(catalog(""), List.of())).isFalse();
        assertThat(cache().read()).isEmpty();
    }

    @Test
    void files_are_the_users_alone() throws IOException {
        assumeTrue(Files.getFileStore(files).supportsFileAttributeView("posix"));
        keep();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache().file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache().directory())))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw----", "rw-r-----", "rw----rw-"})
    void a_file_that_is_open_to_others_is_not_believed(String permissions) throws IOException {
        assumeTrue(Files.getFileStore(files).supportsFileAttributeView("posix"));
        keep();

        Files.setPosixFilePermissions(cache().file(), PosixFilePermissions.fromString(permissions));

        assertThat(cache().read()).isEmpty();
    }

    @Test
    void only_so_many_files_are_kept() throws IOException {
        for (int i = 0; i < 40; i++) {
            properties.put("gearman.servers", "a:" + (i + 1));
            keep();
        }
        try (var kept = Files.list(files.resolve("cache"))) {
            assertThat(kept).hasSize(32);
        }
        keep();
    }

    @Test
    void clearing_leaves_nothing_of_its_own_and_everything_else() throws IOException {
        keep();
        Files.writeString(cache().directory().resolve("1.unfinished"), "a process was killed");
        var other = Files.writeString(cache().directory().resolve("readme"), "not ours");

        assertThat(cache().clear()).isEqualTo(2);

        assertThat(cache().read()).isEmpty();
        assertThat(other).exists();
        assertThat(cache().clear()).isZero();
    }
}
