package io.gearmancdi.examples.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class HelidonExampleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY = 60;

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
    void many_jobs_wait_for_others_at_the_same_time() throws Exception {
        try (var site = new SlowSite(MANY)) {
            var links = IntStream.range(0, MANY)
                    .mapToObj(site::page)
                    .map(URI::toString)
                    .toList();
            assertThat(check(links))
                    .isEqualTo(links.stream().map(link -> new Link(link, "200")).toList());
        }
    }

    @Test
    void what_is_behind_no_link_is_told_too() throws Exception {
        try (var site = new SlowSite(1)) {
            var there = site.page(1).toString();
            assertThat(check(List.of("http://127.0.0.1:1/", "no link", there)))
                    .extracting(Link::answer)
                    .containsExactly("Nobody answers", "This is no link", "200");
        }
    }

    @Test
    void jobs_run_on_virtual_threads() throws IOException {
        assertThat(application.log()).contains("jobs run on virtual threads");
    }

    private static List<Link> check(List<String> links) throws Exception {
        try (var json = JsonbBuilder.create()) {
            var request = HttpRequest.newBuilder(application.address().resolve("links"))
                    .header("Content-Type", "application/json")
                    .timeout(PATIENCE)
                    .POST(BodyPublishers.ofString(json.toJson(links)));
            var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return List.of(json.fromJson(response.body(), Link[].class));
        }
    }
}
