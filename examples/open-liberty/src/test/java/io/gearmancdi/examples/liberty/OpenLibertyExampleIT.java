package io.gearmancdi.examples.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class OpenLibertyExampleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LINES = 2_000;

    private static Liberty liberty;

    @BeforeAll
    @Timeout(240)
    static void start() throws IOException {
        liberty = new Liberty();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (liberty != null) {
            liberty.close();
        }
    }

    @Test
    void the_parts_of_a_text_are_counted_and_put_together() throws Exception {
        var counted = count(text());
        assertThat(counted.failures()).isEmpty();
        assertThat(counted.parts()).isEqualTo(20);
        assertThat(counted.words()).isEqualTo(4L * LINES);
        assertThat(counted.most())
                .containsEntry("the", 2 * LINES)
                .containsEntry("line", LINES)
                .hasSize(5);
    }

    @Test
    void a_part_that_fails_is_named_and_the_others_count() throws Exception {
        var counted = count(text().replace("line 1234 ", "line \0 "));
        assertThat(counted.failures()).containsExactly("from line 1201: This is no text");
        assertThat(counted.parts()).isEqualTo(20);
        assertThat(counted.words()).isEqualTo(4L * (LINES - 100));
    }

    @Test
    void no_text_has_no_words() throws Exception {
        assertThat(count("")).isEqualTo(new Counted(0, 0, Map.of(), List.of()));
    }

    /** No two lines are equal. */
    private static String text() {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(number -> "The line " + number + " the\n")
                .collect(Collectors.joining());
    }

    private static Counted count(String text) throws Exception {
        var request = HttpRequest.newBuilder(liberty.address().resolve("api/words"))
                .header("Content-Type", "text/plain")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(text));
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try (var json = JsonbBuilder.create()) {
            return json.fromJson(response.body(), Counted.class);
        }
    }
}
