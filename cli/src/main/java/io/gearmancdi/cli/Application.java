package io.gearmancdi.cli;

import io.gearmancdi.GearmanWorkers;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The application on the class path that was given, booted when a command needs it. For one thread. */
final class Application implements AutoCloseable {

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description = "Directories and jars of the application")
    private String classPath = "";

    private @Nullable SeContainer container;

    GearmanWorkers workers() {
        if (container == null) {
            container = boot();
        }
        return container.select(GearmanWorkers.class).get();
    }

    /** The options that lead to this application. */
    List<String> options() {
        return classPath.isEmpty() ? List.of() : List.of("--class-path", Launch.absolute(classPath));
    }

    private SeContainer boot() {
        // The console starts what it was told to, and ends by itself
        System.setProperty("gearman.autostart", "false");
        var loader = loader();
        Thread.currentThread().setContextClassLoader(loader);
        return SeContainerInitializer.newInstance()
                .setClassLoader(loader)
                .addProperty("org.jboss.weld.se.shutdownHook", false)
                .initialize();
    }

    private ClassLoader loader() {
        var own = Application.class.getClassLoader();
        return classPath.isEmpty() ? own : new URLClassLoader("application", urls(), own);
    }

    private URL[] urls() {
        var paths = Launch.absolute(classPath).split(File.pathSeparator, -1);
        var urls = new URL[paths.length];
        for (int i = 0; i < paths.length; i++) {
            try {
                urls[i] = Path.of(paths[i]).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("No path: " + paths[i], e);
            }
        }
        return urls;
    }

    @Override
    public void close() {
        Optional.ofNullable(container).ifPresent(SeContainer::close);
    }
}
