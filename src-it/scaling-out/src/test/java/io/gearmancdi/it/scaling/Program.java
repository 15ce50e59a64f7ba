package io.gearmancdi.it.scaling;

import io.gearmancdi.it.TestJobServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** A JVM beside this one. */
final class Program implements AutoCloseable {

    private final Process process;

    private Program(String name, Path folder, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-D" + Note.NAME + "=" + name,
                "-D" + Note.FOLDER + "=" + folder));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target", name + ".log"))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static Program plainWorker(String name, Path folder, List<String> servers) throws IOException {
        var arguments =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), PlainWorker.class.getName()));
        arguments.addAll(servers);
        return new Program(name, folder, arguments);
    }

    /** WildFly with an application, on ports and in a folder of its own. */
    static Program wildfly(String name, Path folder, Archive<?> application) throws IOException {
        var home = Path.of(System.getProperty("wildfly.home"));
        var base = Files.createDirectories(folder.resolveSibling(name));
        Files.createDirectories(base.resolve("configuration"));
        Files.createDirectories(base.resolve("deployments"));
        try (var files = Files.newDirectoryStream(home.resolve("standalone/configuration"), "*.*")) {
            for (var file : files) {
                if (Files.isRegularFile(file)) {
                    Files.copy(file, base.resolve("configuration").resolve(file.getFileName()));
                }
            }
        }
        application
                .as(ZipExporter.class)
                .exportTo(base.resolve("deployments")
                        .resolve(application.getName())
                        .toFile());
        return new Program(
                name,
                folder,
                List.of(
                        "-Djboss.home.dir=" + home,
                        "-jar",
                        home.resolve("jboss-modules.jar").toString(),
                        "-mp",
                        home.resolve("modules").toString(),
                        "org.jboss.as.standalone",
                        "-b",
                        "127.0.0.1",
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.http.port=" + TestJobServer.freePort(),
                        "-Djboss.https.port=" + TestJobServer.freePort(),
                        "-Djboss.management.http.port=" + TestJobServer.freePort()));
    }

    /** As a machine dies: nobody is told. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
