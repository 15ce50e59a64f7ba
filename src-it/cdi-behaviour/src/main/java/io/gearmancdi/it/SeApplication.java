package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application in a container of Java SE; its settings are system properties while it runs. */
final class SeApplication implements AutoCloseable {

    private final SeContainer container;
    private final Map<String, String> settings;

    private SeApplication(SeContainer container, Map<String, String> settings) {
        this.container = container;
        this.settings = settings;
    }

    static SeApplication start(Map<String, String> settings, Class<?>... further) {
        settings.forEach(System::setProperty);
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        // Containers and configuration remember class loaders: each application has one of its own
        var loader = new URLClassLoader("application", new URL[0], before);
        thread.setContextClassLoader(loader);
        try {
            var container = SeContainerInitializer.newInstance()
                    .setClassLoader(loader)
                    .addBeanClasses(further)
                    .initialize();
            return new SeApplication(container, settings);
        } catch (RuntimeException | Error e) {
            settings.keySet().forEach(System::clearProperty);
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What it says where it does not start, with all causes. */
    static String refusal(Map<String, String> settings, Class<?>... further) {
        var thrown = catchThrowable(() -> start(settings, further).close());
        assertThat(thrown).as("the application must not start").isNotNull();
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    @Override
    public void close() {
        try {
            container.close();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }
}
