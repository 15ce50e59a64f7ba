package io.gearmancdi.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Lines for supervisord and systemd; that they run is shown where they are run. */
class LineTest {

    private static Line line(String... words) {
        return Line.of(new Launch(List.of(words), List.of()), "job:execute", "w~j", GivenLimits.none());
    }

    @Test
    void plain_words_stay_as_they_are() {
        assertThat(line("/bin/java", "-Dgearman.servers=a:1,b:2").systemd())
                .isEqualTo("/bin/java -Dgearman.servers=a:1,b:2 job:execute w~j --no-interaction");
    }

    @Test
    void what_systemd_would_expand_is_doubled() {
        assertThat(line("/a b/$HOME/100%").systemd()).startsWith("\"/a b/$$HOME/100%%\" ");
    }

    @Test
    void supervisord_sees_no_comment_and_no_expansion() {
        assertThat(line("/a ;b/100% #c/$x").supervisord()).startsWith("\"/a \"\";b/100%% \"\"#c/$x\" ");
    }

    @Test
    void quotes_are_escaped_and_nothing_is_nothing() {
        assertThat(line("say \"\\\"", "").systemd()).startsWith("\"say \\\"\\\\\\\"\" \"\" ");
    }

    @Test
    void limits_are_written_as_they_were_given() {
        var given = new GivenLimits(OptionalInt.of(0), OptionalInt.empty(), OptionalInt.of(20));

        assertThat(Line.of(new Launch(List.of("java"), List.of()), "worker:execute", "w", given)
                        .supervisord())
                .isEqualTo("java worker:execute w --no-interaction --iterations=0 --timeout=20");
    }
}
