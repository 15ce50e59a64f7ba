package io.gearmancdi.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written as JSON, a parser of others reads. */
class JsonTest {

    @Test
    void a_parser_reads_what_was_written() throws Exception {
        var written = new LinkedHashMap<String, Object>();
        written.put("plain", "text");
        written.put("quote \" and \\", "\t\n\r\0\u001f\u007f € 😀 \u2028");
        written.put("number", 12);
        written.put("list", List.of("a", List.of(), Map.of()));

        try (var jsonb = JsonbBuilder.create()) {
            Map<?, ?> read = jsonb.fromJson(Json.of(written), Map.class);

            assertThat(read.get("plain")).isEqualTo("text");
            assertThat(read.get("quote \" and \\")).isEqualTo("\t\n\r\0\u001f\u007f € 😀 \u2028");
            assertThat(((Number) read.get("number")).intValue()).isEqualTo(12);
            assertThat(read.get("list")).isEqualTo(List.of("a", List.of(), Map.of()));
        }
    }
}
