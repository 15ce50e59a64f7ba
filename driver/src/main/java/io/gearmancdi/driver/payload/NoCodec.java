package io.gearmancdi.driver.payload;

import io.gearmancdi.WorkloadCodecException;
import io.gearmancdi.spi.WorkloadCodec;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Stands where no codec was given, and says so. */
public final class NoCodec implements WorkloadCodec {

    /** Makes it. */
    public NoCodec() {}

    @Override
    public byte[] encode(@Nullable Object value, Type type) {
        throw refusal(type);
    }

    @Override
    public Object decode(byte[] payload, Type type) {
        throw refusal(type);
    }

    private static WorkloadCodecException refusal(Type type) {
        return new WorkloadCodecException(
                "No codec for " + type.getTypeName() + ": pass byte[] or text, or give the builder a WorkloadCodec",
                null);
    }
}
