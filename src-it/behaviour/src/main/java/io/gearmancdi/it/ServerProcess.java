package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program that does not outlive the test, nor this process. */
public final class ServerProcess implements AutoCloseable {

    private static final long END_SECONDS = 10;

    private final Process process;
    private final Thread reaper;
    private @Nullable Path log;

    /**
     * Starts a program; its input is empty.
     *
     * @param command the program and its arguments
     * @throws IOException if it cannot be started
     */
    public ServerProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
        process.getOutputStream().close();
    }

    void logs(Path file) {
        log = file;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits for its end.
     *
     * @param within how long
     * @return whether it has ended by itself
     * @throws InterruptedException if the thread was interrupted
     */
    public boolean ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks it to end, as a supervisor does; what it has written cannot be read after that. */
    public void terminate() {
        process.destroy();
    }

    /** {@return its exit code, once it has ended} */
    public int exitCode() {
        return process.exitValue();
    }

    /** {@return everything it writes until its end, errors too} */
    public String output() {
        try {
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The program does not end");
            }
            if (log != null) {
                Files.deleteIfExists(log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().removeShutdownHook(reaper);
    }
}
