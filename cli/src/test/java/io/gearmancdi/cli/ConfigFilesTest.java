package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sources of configuration can be watched. */
class ConfigFilesTest {

    @TempDir
    Path files;

    private record Named(String name) implements ConfigSource {

        @Override
        public Map<String, String> getProperties() {
            return Map.of();
        }

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getValue(String key) {
            return null;
        }

        @Override
        public String getName() {
            return name;
        }
    }

    @Test
    void files_and_jars_are() throws IOException {
        var file = Files.writeString(files.resolve("a file.properties"), "");
        var jar = Files.writeString(files.resolve("app.jar"), "");

        var found = ConfigFiles.of(List.of(
                new Named("PropertiesConfigSource[source=" + file.toUri() + "]"),
                new Named("PropertiesConfigSource[source=jar:" + jar.toUri()
                        + "!/META-INF/microprofile-config.properties]")));

        assertThat(found.files()).containsExactly(file, jar);
        assertThat(found.unknown()).isEmpty();
    }

    @Test
    void anything_else_is_not() {
        var found = ConfigFiles.of(
                List.of(new Named("a database"), new Named("PropertiesConfigSource[source=https://config/app]")));

        assertThat(found.files()).isEmpty();
        assertThat(found.unknown()).containsExactly("a database", "PropertiesConfigSource[source=https://config/app]");
    }
}
