package io.gearmancdi.it.faults;

import io.gearmancdi.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A worker as a process of its own: tells the begin and the end of every job in a file, and its report at SIGTERM. */
final class WorkerMain {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private WorkerMain() {}

    /**
     * Works until it is told to stop: address, function, file. A job that is the path of a file lasts until there is
     * one.
     */
    public static void main(String... arguments) throws Exception {
        var file = Path.of(arguments[2]);
        var gearman = Gearmen.at(ServerAddress.parse(arguments[0])).build();
        gearman.workers()
                .register(
                        arguments[1],
                        job -> {
                            tell(file, "begun " + job.text());
                            do {
                                TimeUnit.MILLISECONDS.sleep(20);
                            } while (job.text().startsWith("/") && !Files.exists(Path.of(job.text())));
                            tell(file, "done " + job.text());
                            return "done";
                        },
                        all -> all);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            tell(file, "closing");
            var report = gearman.close(PATIENCE);
            tell(file, report.finished() + " finished, " + report.handedBack().size() + " handed back");
        }));
        Thread.currentThread().join();
    }

    private static void tell(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
