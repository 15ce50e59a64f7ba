package io.gearmancdi.it.more;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.spi.WorkloadCodec;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes numbers in Roman fashion, as far as it goes: with strokes. */
@ApplicationScoped
@Alternative
@Priority(1)
public class OwnCodec implements WorkloadCodec {

    /** Made by the container. */
    public OwnCodec() {}

    @Override
    public byte[] encode(@Nullable Object value, Type type) {
        return "I".repeat(((Number) Objects.requireNonNull(value)).intValue()).getBytes(UTF_8);
    }

    @Override
    public Object decode(byte[] payload, Type type) {
        return payload.length;
    }
}
