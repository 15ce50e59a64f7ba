package io.gearmancdi.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class SeldomTest {
    private static final long MINUTE = 60_000;

    private final List<String> said = new ArrayList<>();
    private final Seldom seldom = new Seldom(new Recorder(), Logger.Level.WARNING);

    @Test
    void a_flood_is_one_word_a_minute_that_tells_how_many_were_left_out() {
        for (int time = 0; time < 1000; time++) {
            seldom.say(time, () -> "it is closed");
        }
        seldom.say(MINUTE, () -> "it is closed");

        assertThat(said).containsExactly("it is closed", "it is closed; so were 999 more since this was said last");
    }

    @Test
    void what_happens_seldom_is_said_as_it_is() {
        seldom.say(0, () -> "first");
        seldom.say(MINUTE, () -> "second");

        assertThat(said).containsExactly("first", "second");
    }

    private final class Recorder implements Logger {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
            said.add(text);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            said.add(format);
        }
    }
}
