package io.gearmancdi.examples.helidon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A site that answers nobody before a number of visitors wait at the same time. */
final class SlowSite implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final CountDownLatch missing;

    SlowSite(int visitors) throws IOException {
        missing = new CountDownLatch(visitors);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), visitors);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        missing.countDown();
        try (exchange) {
            exchange.sendResponseHeaders(missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? 200 : 503, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI page(int number) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + number);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
