package com.acme;

import io.gearmancdi.WorkloadCodecException;
import io.gearmancdi.spi.WorkloadCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

// tag::codec[]
/** JSON as the PHP side of the house writes it: with_underscores. */
@ApplicationScoped
class UnderscoredJson implements WorkloadCodec {

    private final Jsonb json = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    @Override
    public byte[] encode(@Nullable Object value, Type type) {
        return json.toJson(value, type).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object decode(byte[] payload, Type type) {
        try {
            return json.fromJson(new ByteArrayInputStream(payload), type);
        } catch (JsonbException e) {
            throw new WorkloadCodecException("This is no " + type.getTypeName(), e);
        }
    }
}
// end::codec[]
