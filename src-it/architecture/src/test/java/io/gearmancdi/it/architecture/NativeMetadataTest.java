package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.cdi.portable.GearmanExtension;
import io.gearmancdi.cli.GearmanConsole;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.EmbeddedJobServer;
import io.gearmancdi.spi.JobServerProvider;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jars tell those who build native images. */
class NativeMetadataTest {

    private static final int VIRTUAL_THREADS = 21;

    @ParameterizedTest
    @ValueSource(classes = {Gearman.class, GearmanExtension.class, EmbeddedJobServer.class, GearmanConsole.class})
    void all_that_is_named_exists(Class<?> inJar) throws Exception {
        var named = new ArrayList<String>();
        for (var file : metadata(inJar)) {
            try (var reader = Json.createReader(Files.newBufferedReader(file))) {
                if (file.endsWith("reflect-config.json")) {
                    for (var entry : reader.readArray().getValuesAs(JsonObject.class)) {
                        checkClass(entry);
                        named.add(entry.getString("name"));
                    }
                } else if (file.endsWith("resource-config.json")) {
                    for (var pattern : included(reader.readObject())) {
                        assertThat(inJar.getClassLoader().getResource(pattern))
                                .as(pattern)
                                .isNotNull();
                        named.add(pattern);
                    }
                }
            }
        }
        assertThat(named).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(classes = JobServerProvider.class)
    void whoever_is_found_as_a_service_is_named(Class<?> service) throws Exception {
        for (var provider : ServiceLoader.load(service)) {
            var type = provider.getClass();
            assertThat(metadata(type))
                    .filteredOn(file -> file.endsWith("reflect-config.json"))
                    .anySatisfy(file -> assertThat(Files.readString(file)).contains('"' + type.getName() + '"'));
        }
    }

    private static void checkClass(JsonObject entry) throws ReflectiveOperationException {
        var type = Class.forName(entry.getString("name"));
        for (var field : objects(entry, "fields")) {
            assertThat(type.getDeclaredField(field.getString("name"))).isNotNull();
        }
        // Of the JDK that of Java 21 is named
        if (type.getClassLoader() == null && Runtime.version().feature() < VIRTUAL_THREADS) {
            return;
        }
        for (var method : objects(entry, "methods")) {
            var name = method.getString("name");
            var parameters = method.getJsonArray("parameterTypes").getValuesAs(JsonString::getString);
            assertThat(name.equals("<init>") ? type.getDeclaredConstructors() : type.getDeclaredMethods())
                    .anySatisfy(found -> {
                        assertThat(found.getName()).isEqualTo(name.equals("<init>") ? type.getName() : name);
                        assertThat(found.getParameterTypes())
                                .extracting(Class::getTypeName)
                                .isEqualTo(parameters);
                    });
        }
    }

    private static List<JsonObject> objects(JsonObject entry, String key) {
        return entry.getOrDefault(key, JsonArray.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonObject.class);
    }

    private static List<String> included(JsonObject config) {
        var resources = config.get("resources");
        return resources instanceof JsonObject some
                ? some.getJsonArray("includes").getValuesAs(JsonObject.class).stream()
                        .map(include -> include.getString("pattern"))
                        .toList()
                : List.of();
    }

    private static List<Path> metadata(Class<?> inJar) throws IOException, URISyntaxException {
        var jar = Path.of(
                inJar.getProtectionDomain().getCodeSource().getLocation().toURI());
        var root = Files.isDirectory(jar)
                ? jar
                : FileSystems.newFileSystem(jar).getRootDirectories().iterator().next();
        try (var files = Files.walk(root.resolve("META-INF/native-image"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
