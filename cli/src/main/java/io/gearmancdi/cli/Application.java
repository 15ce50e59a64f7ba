package io.gearmancdi.cli;

import io.gearmancdi.cli.cache.ClassPath;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The application on the class path that was given, booted when a command needs it. For one thread. */
final class Application implements AutoCloseable {

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description = "Directories and jars of the application; DIR/* for all jars of a directory")
    private String classPath = "";

    private @Nullable ClassLoader loader;
    private @Nullable SeContainer container;

    ClassPath classPath() {
        return ClassPath.parse(classPath);
    }

    /** The options that lead to this application. */
    List<String> options() {
        return classPath.isEmpty()
                ? List.of()
                : List.of("--class-path", classPath().text());
    }

    /** Makes its classes and its configuration those of this thread. */
    ClassLoader enter() {
        if (loader == null) {
            // The console starts what it was told to, and ends by itself
            System.setProperty("gearman.autostart", "false");
            var own = Application.class.getClassLoader();
            loader = classPath.isEmpty() ? own : new URLClassLoader("application", urls(), own);
            Thread.currentThread().setContextClassLoader(loader);
        }
        return loader;
    }

    <T> T get(Class<T> type) {
        if (container == null) {
            container = SeContainerInitializer.newInstance()
                    .setClassLoader(enter())
                    .addProperty("org.jboss.weld.se.shutdownHook", false)
                    .initialize();
        }
        return container.select(type).get();
    }

    private URL[] urls() {
        return classPath().entries().stream()
                .map(path -> {
                    try {
                        return path.toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalArgumentException("No path: " + path, e);
                    }
                })
                .toArray(URL[]::new);
    }

    @Override
    public void close() {
        if (container != null) {
            container.close();
        }
    }
}
