package io.gearmancdi.it.faults;

import io.gearmancdi.it.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A PostgreSQL of this test alone. */
final class Postgres implements QueueStore {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final StoreServer server;

    Postgres() throws IOException, InterruptedException {
        var programs = programs();
        server = new StoreServer("postgres");
        try {
            var data = server.directory().resolve("data").toString();
            // Nothing is forced to the disk: the machine does not fail here
            server.run(List.of(
                    programs.resolve("initdb").toString(),
                    "--pgdata=" + data,
                    "--username=gearman",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--no-sync"));
            server.start(List.of(
                    programs.resolve("postgres").toString(),
                    "-D",
                    data,
                    "-p",
                    Integer.toString(server.port()),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "fsync=off"));
            // It listens before it takes anybody in
            Awaitility.await("PostgreSQL")
                    .atMost(StoreServer.START)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> isReady(programs));
        } catch (IOException | RuntimeException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    /** Debian puts the programs of each version into a directory that is not on the path. */
    private static Path programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Programs.absent("PostgreSQL in " + VERSIONS);
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseGet(() -> Programs.absent("initdb in " + VERSIONS));
        }
    }

    private boolean isReady(Path programs) throws IOException, InterruptedException {
        var asking = new ProcessBuilder(
                        programs.resolve("pg_isready").toString(),
                        "--quiet",
                        "--host=127.0.0.1",
                        "--port=" + server.port())
                .start();
        return asking.waitFor(10, TimeUnit.SECONDS) && asking.exitValue() == 0;
    }

    @Override
    public List<String> options(Path directory) {
        return List.of(
                "-q",
                "postgres",
                "--libpq-conninfo=host=127.0.0.1 port=" + server.port() + " user=gearman dbname=postgres");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
    }
}
