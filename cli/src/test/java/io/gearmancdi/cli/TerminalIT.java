package io.gearmancdi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours, questions and completion: what is there only for people. */
class TerminalIT extends ExecutableJar {

    private static final String COLOUR = "\u001b[";

    /** Runs the console in a terminal of its own. */
    private Process inTerminal(String environment, String... arguments) throws IOException {
        var command = command(arguments).stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return start(List.of(Programs.path("script"), "-qec", environment + " " + command, "/dev/null"));
    }

    @Test
    void help_has_colours_in_a_terminal() throws Exception {
        assertThat(code(inTerminal("TERM=xterm", "--help"))).isZero();
        assertThat(out()).contains(COLOUR, "worker:list");
    }

    @Test
    void help_has_none_where_they_are_not_wanted() throws Exception {
        assertThat(code(inTerminal("TERM=xterm NO_COLOR=1", "--help"))).isZero();
        assertThat(out()).contains("worker:list").doesNotContain(COLOUR);
    }

    @Test
    void nothing_has_colours_in_a_file() throws Exception {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("worker:list").doesNotContain(COLOUR);
        assertThat(run("worker:nothing")).isEqualTo(2);
        assertThat(err()).contains("--help").doesNotContain(COLOUR);
    }

    @ParameterizedTest
    @CsvSource({"n,8,true", "y,4,true", "n,4,false"})
    void a_user_at_a_terminal_is_asked_unless_there_is_to_be_no_interaction(String answer, int code, boolean asked)
            throws Exception {
        // Nothing listens there: who says yes sees that no server answers
        option("-Dgearman.servers=127.0.0.1:1");
        var process = asked
                ? inTerminal("", "worker:execute", WORKER)
                : inTerminal("", "worker:execute", WORKER, "--no-interaction");
        try (var keyboard = process.getOutputStream()) {
            keyboard.write((answer + "\n").getBytes(UTF_8));
            keyboard.flush();

            assertThat(code(process)).isEqualTo(code);
        }
        assertThat(out().contains("Execute worker " + WORKER + "? [y/N]")).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0 | cache:clear job:describe worker:list generate-completion",
                "wor | 0 | worker:describe worker:execute worker:list",
                "worker : | 1 | describe execute list",
                "worker : ex | 2 | execute",
                "worker : execute --it | 3 | --iterations",
                "cache : clear --qu | 3 | --quiet"
            })
    void a_shell_completes_commands_and_options(String typed, int last, String expected) throws Exception {
        assertThat(run("generate-completion")).isZero();
        var script = Files.copy(files.resolve("out"), files.resolve("completion.bash"));
        var test = """
                compopt() { :; }  # only there while a shell completes
                source %s
                COMP_WORDS=(gearman-cdi %s)
                COMP_CWORD=%d
                COMP_LINE="gearman-cdi %s"
                $(complete -p gearman-cdi | sed -E 's/.*-F ([^ ]+) .*/\\1/')
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, typed.isEmpty() ? "''" : typed, last + 1, typed.replace(" : ", ":"));

        assertThat(code(start(List.of(Programs.path("bash"), "-c", test))))
                .as(err())
                .isZero();
        assertThat(err()).isEmpty();
        assertThat(out().lines().map(String::strip)).contains(expected.split(" ", -1));
        assertThat(out()).doesNotContain("worker:worker");
    }

    @ParameterizedTest
    @CsvSource({"worker:l, worker:list", "worker:execute --it, worker:execute --iterations"})
    void zsh_completes_them_too(String typed, String completed) throws Exception {
        assertThat(run("generate-completion")).isZero();
        var script = Files.copy(files.resolve("out"), files.resolve("completion.zsh"));
        // A shell at a terminal: types, completes, and has the line printed by an echo put before it
        var test = """
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell 'autoload -Uz compinit bashcompinit; compinit -u -D; bashcompinit; source %s; echo REA""DY'
                zpty -r shell line '*READY*'
                zpty -w -n shell $'gearman-cdi %s\\t\\x01echo "<\\x05>"\\n'
                zpty -w shell 'echo EN""D'
                zpty -r shell line '*END*'
                print -r -- "$line"
                """.formatted(script, typed);

        assertThat(code(start(List.of(Programs.path("zsh"), "-f", "-c", test))))
                .as(err())
                .isZero();
        assertThat(out().lines()).anyMatch(line -> line.startsWith("<gearman-cdi " + completed));
    }
}
