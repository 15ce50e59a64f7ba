package io.gearmancdi.cdi.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemSettingsTest {

    private static final String QUOTED = "gearman.jobs.\"com.acme.Worker~doSomething\".timeout";

    @Test
    void properties_go_before_the_environment() {
        var settings = new SystemSettings(Map.of("gearman.servers", "a"), Map.of("GEARMAN_SERVERS", "b"));
        assertThat(settings.get("gearman.servers")).contains("a");
    }

    @Test
    void the_environment_is_read_by_the_rules_of_microprofile() {
        var settings = new SystemSettings(
                Map.of(), Map.of("GEARMAN_SERVERS", "b", "GEARMAN_JOBS__COM_ACME_WORKER_DOSOMETHING__TIMEOUT", "3"));
        assertThat(settings.get("gearman.servers")).contains("b");
        assertThat(settings.get(QUOTED)).contains("3");
    }

    @Test
    void blank_is_not_set() {
        assertThat(new SystemSettings(Map.of("gearman.servers", " "), Map.of()).get("gearman.servers"))
                .isEmpty();
    }

    @Test
    void microprofile_config_is_used_where_it_is_there() {
        assertThat(Configuration.open()).isInstanceOf(MicroProfileSettings.class);
        assertThat(Configuration.open().get("java.version")).isPresent();
    }
}
