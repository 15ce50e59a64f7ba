package io.gearmancdi.it.faults;

import io.gearmancdi.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** A worker as a process of its own: tells the begin and the end of every job in a file. */
final class WorkerMain {

    private WorkerMain() {}

    /** Works until it is killed: address, function, file. */
    public static void main(String... arguments) throws Exception {
        var file = Path.of(arguments[2]);
        var gearman = Gearmen.at(ServerAddress.parse(arguments[0])).build();
        gearman.workers()
                .register(
                        arguments[1],
                        job -> {
                            tell(file, "begun " + job.text());
                            LockSupport.parkNanos(20_000_000);
                            tell(file, "done " + job.text());
                            return "done";
                        },
                        all -> all);
        Thread.currentThread().join();
    }

    private static void tell(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
