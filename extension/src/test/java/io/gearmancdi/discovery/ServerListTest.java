package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerListTest {

    private final Map<String, String> settings = new HashMap<>();
    private final Problems problems = new Problems();

    private List<String> servers() {
        return ServerList.read(new SettingsReader(Settings.of(settings), problems), problems).stream()
                .map(ServerAddress::toString)
                .toList();
    }

    @Test
    void without_any_it_is_the_local_one() {
        assertThat(servers()).containsExactly("127.0.0.1:4730");
    }

    @Test
    void one_key_holds_them_all() {
        settings.put("gearman.servers", "a:1, b ,[::1]:3");
        assertThat(servers()).containsExactly("a:1", "b:4730", "[::1]:3");
    }

    @Test
    void each_may_have_its_own_keys() {
        settings.put("gearman.servers.one.host", "a");
        settings.put("gearman.servers.two.host", "b");
        settings.put("gearman.servers.two.port", "2");
        assertThat(servers()).containsExactly("a:4730", "b:2");
    }

    @Test
    void both_forms_at_once_are_an_error() {
        settings.put("gearman.servers", "a");
        settings.put("gearman.servers.one.host", "a");
        servers();
        assertThat(problems.errors()).extracting(Problem::code).containsExactly(ProblemCode.SERVERS_TWICE);
    }

    @Test
    void a_bad_port_is_an_error() {
        settings.put("gearman.servers.one.port", "70000");
        servers();
        assertThat(problems.errors()).extracting(Problem::where).containsExactly("gearman.servers.one.port");
    }
}
