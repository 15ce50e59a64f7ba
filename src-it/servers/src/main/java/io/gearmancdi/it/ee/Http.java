package io.gearmancdi.it.ee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the application as a user would, and leaves no connection: servers hold applications as long as one is open. */
public final class Http {

    private static final int PATIENCE_MILLIS = 60_000;

    private Http() {}

    /**
     * Gets a page of a server on this machine.
     *
     * @param port where it listens
     * @param path the page
     * @return its text
     * @throws IOException if the server does not answer with 200
     */
    public static String get(int port, String path) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Connection", "close");
        try {
            if (connection.getResponseCode() != 200) {
                throw new IOException(path + " answered " + connection.getResponseCode());
            }
            try (var body = connection.getInputStream()) {
                return new String(body.readAllBytes(), UTF_8);
            }
        } finally {
            connection.disconnect();
        }
    }
}
