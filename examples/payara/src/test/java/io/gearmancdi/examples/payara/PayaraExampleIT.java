package io.gearmancdi.examples.payara;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class PayaraExampleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Payara payara;

    @BeforeAll
    @Timeout(240)
    static void start() throws IOException {
        payara = new Payara();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (payara != null) {
            payara.close();
        }
    }

    @Test
    void a_reminder_rings_for_all_who_listen() throws Exception {
        try (var one = listen();
                var two = listen()) {
            var first = one.iterator();
            var second = two.iterator();
            assertThat(next(first, ":")).contains("listening");
            assertThat(next(second, ":")).contains("listening");
            var reminder = remind("Tea", 1);
            assertThat(reminder.state()).isEqualTo("waiting");
            assertThat(next(first, "id: ")).isEqualTo("id: " + reminder.id());
            assertThat(next(first, "data: ")).isEqualTo("data: Tea");
            assertThat(next(second, "data: ")).isEqualTo("data: Tea");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> look(reminder.id()).state().equals("rung"));
        }
    }

    @Test
    void a_reminder_that_is_not_due_waits_at_the_job_server() throws Exception {
        var reminder = remind("Next week", TimeUnit.DAYS.toSeconds(7));
        assertThat(look(reminder.id()).state()).isEqualTo("waiting");
    }

    @Test
    void nobody_knows_a_reminder_that_never_was() throws Exception {
        send(HttpRequest.newBuilder(payara.address().resolve("api/reminders/none")), 404);
    }

    private static Stream<String> listen() throws Exception {
        var request = HttpRequest.newBuilder(payara.address().resolve("api/reminders"))
                .header("Accept", "text/event-stream")
                .build();
        var response = HTTP.send(request, BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** Waits for a line, no longer than the test may take. */
    private static String next(Iterator<String> lines, String start) {
        var line = lines.next();
        while (!line.startsWith(start)) {
            line = lines.next();
        }
        return line;
    }

    private static Appointment remind(String text, long inSeconds) throws Exception {
        var request = HttpRequest.newBuilder(payara.address().resolve("api/reminders"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"" + text + "\",\"inSeconds\":" + inSeconds + "}"));
        return appointment(send(request, 200));
    }

    private static Appointment look(String id) throws Exception {
        return appointment(send(HttpRequest.newBuilder(payara.address().resolve("api/reminders/" + id)), 200));
    }

    private static Appointment appointment(String body) throws Exception {
        try (var json = JsonbBuilder.create()) {
            return json.fromJson(body, Appointment.class);
        }
    }

    private static String send(HttpRequest.Builder request, int status) throws Exception {
        var response = HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response.body();
    }
}
