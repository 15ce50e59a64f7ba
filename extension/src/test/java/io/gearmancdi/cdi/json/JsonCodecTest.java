package io.gearmancdi.cdi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.TypeRef;
import jakarta.json.bind.JsonbException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** A property that the type has. */
    public static class Picture {
        public String name;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"parts\":[{\"name\":\"a\"}",
                "{\"parts\":[1,2",
                "{\"parts\":{\"a\":1",
                "{\"parts\":[1}",
                "{\"parts\":[1]]}",
                "{\"parts\":[\"]}",
                "{\"parts\":[\"\\",
                "]"
            })
    @Timeout(20)
    void what_is_cut_off_ends_with_an_error_and_is_not_searched_for_ever(String json) {
        assertThatThrownBy(() -> codec.decode(json.getBytes(StandardCharsets.UTF_8), Picture.class))
                .isInstanceOf(JsonbException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"}]\",\"parts\":[[{}],{\"a\":[]}]}",
                "{\"parts\":[\"\\\"]\"],\"name\":\"}]\"}",
                " {\"name\" : \"}]\"} "
            })
    void brackets_within_texts_are_text(String json) {
        assertThat(codec.decode(json.getBytes(StandardCharsets.UTF_8), Picture.class))
                .isInstanceOfSatisfying(
                        Picture.class, picture -> assertThat(picture.name).isEqualTo("}]"));
    }
}
