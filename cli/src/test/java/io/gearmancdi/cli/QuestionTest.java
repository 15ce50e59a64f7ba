package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command lines go the short way. */
class QuestionTest {

    private static Question of(String line) {
        return Question.of(line.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker:list --class-path a --json",
                "gearman:worker:list -cp a --json",
                "--json -cp=a worker:list",
                "-n -q --class-path=a worker:list --json"
            })
    void a_list_in_its_plain_spellings(String line) {
        var question = of(line);

        assertThat(question).isNotNull();
        assertThat(question.command()).isEqualTo("worker:list");
        assertThat(question.json()).isTrue();
        assertThat(question.classPath().entries()).containsExactly(Path.of("a").toAbsolutePath());
    }

    @Test
    void a_list_of_what_is_beside_the_console() {
        var question = of("worker:list");

        assertThat(question.classPath().entries()).isEmpty();
    }

    @Test
    void a_description_with_its_name() {
        var question = of("gearman:job:describe w~j --class-path a");

        assertThat(question.command()).isEqualTo("job:describe");
        assertThat(question.name()).isEqualTo("w~j");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "worker:list name --class-path a",
                "worker:list --class-path",
                "worker:list --class-path a --class-path b",
                "worker:list --class-path a -nq",
                "worker:list --class-path a --help",
                "worker:list --class-path a --json --json",
                "worker:describe --class-path a",
                "worker:describe w --iterations=1 --class-path a",
                "worker:describe @file --class-path a",
                "worker:execute w --class-path a",
                "cache:clear --class-path a"
            })
    void everything_else_goes_the_long_way(String line) {
        assertThat(of(line)).isNull();
    }
}
