package io.gearmancdi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.admin.ConnectionStatus;
import io.gearmancdi.admin.FunctionStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerTextsTest {

    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 4730);

    private final StringWriter out = new StringWriter();

    @Test
    void columns_are_as_wide_as_what_they_hold() {
        var rows = List.of(new FunctionStatus("a", 5, 2, 1), new FunctionStatus("resize-images", 1000, 0, 12));

        ServerTexts.functions(SERVER, rows, new PrintWriter(out, true));

        assertThat(out.toString().lines())
                .containsExactly(
                        "@Server: 127.0.0.1:4730",
                        "FUNCTION       WAITING  RUNNING  WORKERS",
                        "a              3        2        1",
                        "resize-images  1000     0        12",
                        "");
    }

    @Test
    void what_strangers_call_themselves_is_harmless_and_bounded() {
        var rows = List.of(new ConnectionStatus(7, "127.0.0.1", "\u001b[31mred", List.of("f".repeat(1000))));

        ServerTexts.workers(SERVER, rows, new PrintWriter(out, true));

        assertThat(out.toString()).contains("\\u001b[31mred").doesNotContain("\u001b", "f".repeat(300));
    }
}
