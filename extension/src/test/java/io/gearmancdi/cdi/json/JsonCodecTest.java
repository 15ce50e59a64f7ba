package io.gearmancdi.cdi.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.TypeRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonCodecTest {

    private final JsonCodec codec = new JsonCodec();

    @Test
    void generic_values_come_back_as_they_went() {
        var type = new TypeRef<Map<String, List<Integer>>>() {}.type();
        var bytes = codec.encode(Map.of("a", List.of(1, 2)), type);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"a\":[1,2]}");
        assertThat(codec.decode(bytes, type)).isEqualTo(Map.of("a", List.of(1, 2)));
    }

    @Test
    void text_is_quoted_when_json_is_asked_for() {
        assertThat(new String(codec.encode("ä", String.class), StandardCharsets.UTF_8))
                .isEqualTo("\"ä\"");
    }
}
