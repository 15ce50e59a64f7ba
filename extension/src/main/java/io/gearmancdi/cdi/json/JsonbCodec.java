package io.gearmancdi.cdi.json;

import io.gearmancdi.spi.WorkloadCodec;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The only class that touches JSON-B. */
record JsonbCodec(Jsonb jsonb) implements WorkloadCodec {

    static WorkloadCodec open() {
        return new JsonbCodec(JsonbBuilder.create());
    }

    @Override
    public byte[] encode(@Nullable Object value, Type type) {
        return jsonb.toJson(value, type).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object decode(byte[] payload, Type type) {
        if (!Brackets.match(payload)) {
            throw new JsonbException("This is no whole JSON: a bracket or a text is not closed");
        }
        return jsonb.fromJson(new String(payload, StandardCharsets.UTF_8), type);
    }
}
