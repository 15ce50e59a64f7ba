package io.gearmancdi.cdi.json;

import io.gearmancdi.WorkloadCodecException;
import io.gearmancdi.spi.WorkloadCodec;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Writes and reads JSON; looks for JSON-B when it is needed first, so that applications without JSON need none. */
public final class JsonCodec implements WorkloadCodec {

    private volatile @Nullable WorkloadCodec jsonb;

    /** Makes a codec. */
    public JsonCodec() {}

    @Override
    public byte[] encode(@Nullable Object value, Type type) {
        return jsonb().encode(value, type);
    }

    @Override
    public @Nullable Object decode(byte[] payload, Type type) {
        return jsonb().decode(payload, type);
    }

    private WorkloadCodec jsonb() {
        var known = jsonb;
        if (known == null) {
            known = open();
            jsonb = known;
        }
        return known;
    }

    private static WorkloadCodec open() {
        try {
            return JsonbCodec.open();
        } catch (LinkageError | RuntimeException e) {
            throw new WorkloadCodecException(
                    "No JSON-B implementation can be used (" + e + "); add org.eclipse:yasson and"
                            + " org.eclipse.parsson:parsson, or a CDI bean of type WorkloadCodec",
                    e);
        }
    }
}
