package io.gearmancdi.cli.cache;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The jars that the manifests of other jars lead to. */
final class ManifestClassPath {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private ManifestClassPath() {}

    static Collection<Path> behind(Origin origin) {
        var open = new ArrayDeque<Path>(origin.console().entries());
        open.addAll(origin.application().entries());
        Set<Path> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            for (var next : of(open.remove())) {
                if (found.add(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    private static Collection<Path> of(Path jar) {
        Set<Path> paths = new LinkedHashSet<>();
        if (Files.isRegularFile(jar)) {
            try (var file = new JarFile(jar.toFile())) {
                var manifest = file.getManifest();
                var text =
                        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                if (text != null) {
                    for (var url : WHITE_SPACE.split(text.strip(), -1)) {
                        paths.add(Path.of(jar.toUri().resolve(new URI(url))));
                    }
                }
            } catch (IOException | URISyntaxException | IllegalArgumentException e) {
                // No jar, or no file: no class comes from there
                return paths;
            }
        }
        return paths;
    }
}
