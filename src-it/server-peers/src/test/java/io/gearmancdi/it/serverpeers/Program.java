package io.gearmancdi.it.serverpeers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.it.Programs;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A program of others, which does not outlive the test. */
final class Program implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path output;
    private final Thread reaper;

    private Program(List<String> command) throws IOException {
        output = Files.createTempFile("program", ".out");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /** A script in Perl that lies beside this class. */
    static Program perl(String script, ServerAddress server, String... arguments) throws IOException {
        var perl = Programs.find("perl");
        requireGearmanOf(perl);
        var command = new ArrayList<>(List.of(perl.toString(), path(script).toString(), server.toString()));
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    private static void requireGearmanOf(Path perl) throws IOException {
        try (var check = new Program(List.of(perl.toString(), "-MGearman::Client", "-MGearman::Worker", "-e1"))) {
            if (!check.ends()) {
                Programs.absent("module Gearman::Client of Perl (Debian: libgearman-client-perl)");
            }
        }
    }

    private static Path path(String script) {
        try {
            return Path.of(
                    Objects.requireNonNull(Program.class.getResource(script)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the programs of libgearman. */
    static Program of(String name, ServerAddress server, String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Programs.find(name).toString(), "-h", server.host(), "-p", Integer.toString(server.port())));
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    /** Whether it ends well. */
    private boolean ends() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What it has written when it has ended well. */
    String output() throws IOException {
        boolean ended = ends();
        var text = Files.readString(output, UTF_8);
        if (!ended) {
            throw new IllegalStateException("The program does not end well; it has written: " + text);
        }
        return text;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        ends();
        Runtime.getRuntime().removeShutdownHook(reaper);
        Files.deleteIfExists(output);
    }
}
