package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the executable jar boots the application, and when it does not. */
class CacheIT extends ExecutableJar {

    private static final String CONFIGURATION = "META-INF/microprofile-config.properties";

    @BeforeEach
    void countBoots() {
        option("-Dtest.boot.marks=" + files.resolve("boots"));
    }

    private long boots() throws IOException {
        var marks = files.resolve("boots");
        return Files.exists(marks) ? Files.size(marks) : 0;
    }

    private String answer(String... arguments) throws Exception {
        assertThat(run(arguments)).as(err()).isZero();
        return out();
    }

    private List<Path> kept() throws IOException {
        var directory = files.resolve("caches/gearman-cdi");
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    @Test
    void one_boot_answers_everything_in_either_way() throws Exception {
        var first = answer("worker:list");
        assertThat(boots()).isOne();
        assertThat(kept()).hasSize(1);

        assertThat(answer("worker:list")).isEqualTo(first);
        assertThat(answer("worker:list", "-nq")).as("the long way").isEqualTo(first);
        for (var command : new String[] {"worker:describe " + WORKER, "job:describe " + WORKER + "~say"}) {
            var words = command.split(" ", -1);
            var brief = answer(words[0], words[1]);
            assertThat(brief).contains("@Worker\\fileName : " + application(), "@Worker\\supervisord : ");
            assertThat(answer(words[0], words[1], "-nq")).as("the long way").isEqualTo(brief);
            assertThat(answer(words[0], words[1], "--json", "-nq")).isEqualTo(answer(words[0], words[1], "--json"));
            assertThat(answer(words[0], words[1], "--iterations=77")).contains("iterations : 77");
        }
        assertThat(run("worker:describe", "nobody")).isEqualTo(3);
        assertThat(boots()).isOne();
    }

    @Test
    void a_kept_answer_loads_neither_container_nor_parser() throws Exception {
        answer("worker:list");
        var loaded = files.resolve("classes");
        option("-Xlog:class+load:file=" + loaded);

        answer("worker:list");

        assertThat(loaded).content().contains("io.gearmancdi.cli.Main").doesNotContain("picocli", "jakarta", "weld");
    }

    @Test
    void an_application_beside_the_console_is_kept_as_well() throws Exception {
        var command = List.of(
                java(),
                "-Dtest.boot.marks=" + files.resolve("boots"),
                "-cp",
                System.getProperty("exec.jar") + File.pathSeparator + application(),
                Main.class.getName(),
                "worker:describe",
                WORKER);
        assertThat(code(start(command))).as(err()).isZero();
        var first = out();
        assertThat(first).contains("io.gearmancdi.cli.Main worker:execute " + WORKER);

        assertThat(code(start(command))).isZero();
        assertThat(out()).isEqualTo(first);
        assertThat(boots()).isOne();
    }

    @Test
    void a_damaged_file_is_made_again() throws Exception {
        var first = answer("worker:list");
        Files.writeString(kept().get(0), "nonsense");

        assertThat(answer("worker:list")).isEqualTo(first);
        assertThat(boots()).isEqualTo(2);
        assertThat(answer("worker:list")).isEqualTo(first);
        assertThat(boots()).isEqualTo(2);
    }

    @Test
    void a_changed_class_path_is_looked_at_anew() throws Exception {
        var classes = ownApplication("app");
        assertThat(answer("worker:list")).contains("io.gearmancdi.cli.Teller");

        Files.delete(classes.resolve("io/gearmancdi/cli/Teller.class"));

        assertThat(answer("worker:list")).doesNotContain("io.gearmancdi.cli.Teller");
    }

    @Test
    void a_changed_configuration_is_looked_at_anew() throws Exception {
        var classes = ownApplication("app");
        assertThat(answer("worker:describe", "io.gearmancdi.cli.Teller")).contains("iterations : 0");
        Files.writeString(classes.resolve(CONFIGURATION), "gearman.defaults.iterations=12");
        assertThat(answer("worker:describe", "io.gearmancdi.cli.Teller")).contains("iterations : 12");

        option("-Dgearman.defaults.iterations=13");
        assertThat(answer("worker:describe", "io.gearmancdi.cli.Teller")).contains("iterations : 13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dgearman.cache=off", "-Dmp.config.profile=dev"})
    void without_files_every_run_boots(String option) throws Exception {
        option(option);
        var first = answer("worker:list");

        assertThat(answer("worker:list")).isEqualTo(first);
        assertThat(boots()).isEqualTo(2);
        assertThat(kept()).isEmpty();
        assertThat(answer("cache:warmup")).startsWith("Nothing is kept");
    }

    @Test
    void the_application_may_say_where_the_files_are() throws Exception {
        var classes = ownApplication("app");
        var directory = files.resolve("of the application");
        Files.writeString(classes.resolve(CONFIGURATION), "gearman.cache.directory=" + directory);

        assertThat(answer("cache:warmup")).startsWith("Kept in " + directory);
        answer("worker:list");
        assertThat(boots()).isOne();
        assertThat(kept()).isEmpty();
        assertThat(answer("cache:gearman:clear"))
                .isEqualTo("Cleared " + directory + ", files: 1" + System.lineSeparator());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_warm_up_boots_whatever_is_kept() throws Exception {
        answer("gearman:cache:warmup");
        answer("cache:warmup");
        assertThat(boots()).isEqualTo(2);
        answer("worker:list");
        assertThat(boots()).isEqualTo(2);
        answer("cache:clear");
        assertThat(kept()).isEmpty();
        answer("worker:list");
        assertThat(boots()).isEqualTo(3);
    }

    @Test
    void where_nothing_can_be_written_the_answer_is_the_same_and_a_warm_up_says_why() throws Exception {
        option("-Dgearman.cache.directory=" + Files.writeString(files.resolve("a file"), ""));

        assertThat(answer("worker:list")).contains(WORKER);
        assertThat(run("cache:warmup")).isEqualTo(1);
        assertThat(err()).contains("gearman.cache.directory");
    }

    @Test
    void a_mode_that_is_none_is_bad_configuration() throws Exception {
        option("-Dgearman.cache=disk");

        assertThat(run("worker:list")).isEqualTo(7);
        assertThat(err()).contains("gearman.cache");
    }
}
