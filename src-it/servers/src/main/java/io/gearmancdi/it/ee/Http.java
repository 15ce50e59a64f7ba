package io.gearmancdi.it.ee;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the application as a user would. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Http() {}

    /**
     * Gets a page of a server on this machine.
     *
     * @param port where it listens
     * @param path the page
     * @return its text
     * @throws IOException if the server does not answer with 200
     * @throws InterruptedException if the thread was interrupted
     */
    public static String get(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        var response = HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
