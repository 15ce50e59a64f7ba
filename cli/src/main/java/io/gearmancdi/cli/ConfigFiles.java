package io.gearmancdi.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Where MicroProfile Config takes its values from, besides system properties and environment.
 *
 * @param files files
 * @param unknown the names of sources whose changes nobody sees
 */
record ConfigFiles(List<Path> files, List<String> unknown) {

    private static final Set<String> KNOWN =
            Set.of("SysPropConfigSource", "EnvConfigSource", "DefaultValuesConfigSource");
    private static final String SOURCE = "[source=";

    static ConfigFiles find() {
        try {
            return of(ConfigProvider.getConfig().getConfigSources());
        } catch (LinkageError | IllegalStateException e) {
            // No MicroProfile Config: system properties and environment are all there is
            return new ConfigFiles(List.of(), List.of());
        }
    }

    static ConfigFiles of(Iterable<ConfigSource> sources) {
        var files = new ArrayList<Path>();
        var unknown = new ArrayList<String>();
        for (var source : sources) {
            var type = source.getClass();
            if (!KNOWN.contains(type.getSimpleName()) || !type.getName().startsWith("io.smallrye.config.")) {
                file(source.getName()).ifPresentOrElse(files::add, () -> unknown.add(source.getName()));
            }
        }
        return new ConfigFiles(List.copyOf(files), List.copyOf(unknown));
    }

    /** The file, or the jar around it, that stands in the name of a source of properties. */
    private static Optional<Path> file(String name) {
        int begin = name.indexOf(SOURCE);
        if (begin < 0 || !name.endsWith("]")) {
            return Optional.empty();
        }
        var url = name.substring(begin + SOURCE.length(), name.length() - 1);
        if (url.startsWith("jar:") && url.contains("!/")) {
            url = url.substring("jar:".length(), url.indexOf("!/"));
        }
        try {
            return Optional.of(Path.of(URI.create(url))).filter(Files::isRegularFile);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
