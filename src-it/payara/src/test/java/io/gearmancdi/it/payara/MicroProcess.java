package io.gearmancdi.it.payara;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** {@link Micro} in a process of its own. */
final class MicroProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private MicroProcess(Process process) {
        this.process = process;
        this.orders = new PrintWriter(process.getOutputStream(), true, UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static MicroProcess start(String jar, int port, Path log) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:SoftRefLRUPolicyMSPerMB=0"));
        command.addAll(opened(jar));
        var own =
                Micro.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        command.addAll(List.of("-cp", jar + File.pathSeparator + own, Micro.class.getName(), Integer.toString(port)));
        var process = new MicroProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start());
        process.expect("started");
        return process;
    }

    /** What {@code java -jar} would open. */
    private static List<String> opened(String jar) throws IOException {
        var options = new ArrayList<String>();
        try (var file = new JarFile(jar)) {
            var attributes = file.getManifest().getMainAttributes();
            for (var packages : attributes.getValue("Add-Opens").split(" ", -1)) {
                options.addAll(List.of("--add-opens", packages + "=ALL-UNNAMED"));
            }
            for (var packages : attributes.getValue("Add-Exports").split(" ", -1)) {
                options.addAll(List.of("--add-exports", packages + "=ALL-UNNAMED"));
            }
        }
        return options;
    }

    void deploy(String name, File war) {
        orders.println("+ " + name + " " + war);
        expect("true");
    }

    void undeploy(String name) {
        orders.println("- " + name);
        expect("true");
    }

    private void expect(String answer) {
        try {
            var line = answers.readLine();
            if (!answer.equals(line)) {
                throw new IllegalStateException("Payara Micro answered " + line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
