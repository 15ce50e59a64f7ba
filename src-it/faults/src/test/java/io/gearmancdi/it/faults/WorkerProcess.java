package io.gearmancdi.it.faults;

import io.gearmancdi.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that runs {@link WorkerMain}. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final Path file;

    WorkerProcess(ServerAddress server, String function, Path file) throws IOException {
        this.file = file;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WorkerMain.class.getName(),
                        server.toString(),
                        function,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** {@return what all the processes have told in the file} */
    List<String> told() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Kills it as {@code kill -9} does, and waits for its end. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The worker does not end");
        }
    }

    /** Asks it to end, as {@code kill} does. */
    void terminate() throws IOException, InterruptedException {
        Signals.send(process, "TERM");
    }

    /** {@return its exit code, when it has ended} */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The worker does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
