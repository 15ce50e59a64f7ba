package io.gearmancdi.examples.helidon;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.time.Duration;

/** One HTTP client for all jobs. */
@ApplicationScoped
class Web {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    HttpClient client() {
        return client;
    }
}
