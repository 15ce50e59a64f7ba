package io.gearmancdi.cdi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.discovery.Problem;
import io.gearmancdi.discovery.ProblemCode;
import io.gearmancdi.discovery.Problems;
import io.gearmancdi.discovery.ServerList;
import io.gearmancdi.discovery.SettingsReader;
import java.util.List;
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
    void blank_properties_hide_the_environment() {
        var settings = new SystemSettings(Map.of("gearman.servers", ""), Map.of("GEARMAN_SERVERS", "b"));
        assertThat(settings.get("gearman.servers")).isEmpty();
    }

    @Test
    void a_list_in_properties_outdoes_single_servers_of_the_environment() {
        var environment = Map.of("GEARMAN_SERVERS_ONE_HOST", "b");
        var problems = new Problems();

        assertThat(servers(new SystemSettings(Map.of("gearman.servers", "a"), environment), problems))
                .containsExactly(new ServerAddress("a", 4730));
        assertThat(problems.errors()).isEmpty();
    }

    @Test
    void single_servers_in_properties_and_a_list_of_the_environment_are_an_error() {
        var properties = Map.of("gearman.servers.one.host", "a");
        var problems = new Problems();

        servers(new SystemSettings(properties, Map.of("GEARMAN_SERVERS", "b")), problems);

        assertThat(problems.errors()).extracting(Problem::code).containsExactly(ProblemCode.SERVERS_TWICE);
    }

    private static List<ServerAddress> servers(SystemSettings settings, Problems problems) {
        return ServerList.read(new SettingsReader(settings, problems), problems);
    }

    @Test
    void microprofile_config_is_used_where_it_is_there() {
        assertThat(Configuration.open()).isInstanceOf(MicroProfileSettings.class);
        assertThat(Configuration.open().get("java.version")).isPresent();
    }
}
