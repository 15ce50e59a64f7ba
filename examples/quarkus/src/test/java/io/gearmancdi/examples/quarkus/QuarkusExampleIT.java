package io.gearmancdi.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

@Timeout(300)
class QuarkusExampleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);

    private static Packaged application;

    @BeforeAll
    @Timeout(240)
    static void start() throws IOException {
        application = new Packaged();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void a_program_asks_and_gets_the_answer() throws Exception {
        var asked = send(HttpRequest.newBuilder(application.address().resolve("api/questions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"upTo\":1000000}")));
        assertThat(asked.state()).isEqualTo("waiting");
        var where = HttpRequest.newBuilder(application.address().resolve("api/questions/" + asked.id()));
        var answer = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> send(where), seen -> seen.state().equals("done"));
        assertThat(answer.primes()).isEqualTo(78_498);
    }

    @Test
    void a_visitor_sees_the_progress_and_the_answer() {
        var browser = Browser.open();
        try {
            browser.get(application.address().toString());
            var upTo = browser.findElement(By.id("upTo"));
            upTo.clear();
            upTo.sendKeys("5000000");
            browser.findElement(By.id("ask")).click();
            var bar = browser.findElement(By.id("bar"));
            Awaitility.await()
                    .pollInterval(POLL)
                    .atMost(PATIENCE)
                    .until(() -> percent(bar), percent -> percent > 0 && percent < 100);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> browser.findElement(By.id("answer")).getText(), "There are 348513 primes."::equals);
            assertThat(percent(bar)).isEqualTo(100);
        } finally {
            browser.quit();
        }
    }

    private static int percent(WebElement bar) {
        return Integer.parseInt(bar.getDomAttribute("value"));
    }

    private static Progress send(HttpRequest.Builder request) throws Exception {
        var response = HttpClient.newHttpClient().send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try (var json = JsonbBuilder.create()) {
            return json.fromJson(response.body(), Progress.class);
        }
    }
}
