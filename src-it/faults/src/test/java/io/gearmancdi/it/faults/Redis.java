package io.gearmancdi.it.faults;

import io.gearmancdi.it.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Redis of this test alone. */
final class Redis implements QueueStore {

    private final StoreServer server;

    Redis() throws IOException, InterruptedException {
        var program = Programs.find("redis-server").toString();
        server = new StoreServer("redis");
        try {
            // It keeps nothing on the disk: it is not killed here
            server.start(List.of(
                    program,
                    "--port",
                    Integer.toString(server.port()),
                    "--bind",
                    "127.0.0.1",
                    "--save",
                    "",
                    "--appendonly",
                    "no"));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public List<String> options(Path directory) {
        return List.of("-q", "redis", "--redis-server=127.0.0.1", "--redis-port=" + server.port());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
    }
}
