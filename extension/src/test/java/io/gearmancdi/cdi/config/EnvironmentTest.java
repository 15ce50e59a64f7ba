package io.gearmancdi.cdi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.discovery.KeyTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key can be set by an environment variable whose name is legal. */
class EnvironmentTest {

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static List<String> keys() {
        return KeyTable.entries().stream()
                .map(entry -> entry.pattern()
                        .replace("<id>", "main")
                        .replace("jobs.<name>", "jobs.\"com.acme.Worker~doSomething\"")
                        .replace("<name>", "Worker"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void every_key_has_a_variable(String key) {
        var variable = variable(key);
        assertThat(variable).matches("[A-Z_][A-Z0-9_]*");
        assertThat(new SystemSettings(Map.of(), Map.of(variable, "here")).get(key))
                .contains("here");
    }

    @Test
    void no_two_keys_share_one() {
        var keys = new HashMap<String, String>();
        keys().forEach(key -> assertThat(keys.put(variable(key), key)).as(key).isNull());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void ids_are_found_in_the_environment(String key) {
        var names = new SystemSettings(Map.of(), Map.of(variable(key), "here")).names();
        assertThat(names.contains(key)).isEqualTo(key.contains(".main."));
    }
}
