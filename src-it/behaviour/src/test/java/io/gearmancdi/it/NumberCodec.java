package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.spi.WorkloadCodec;
import java.lang.reflect.Type;

/** Writes and reads whole numbers; refuses everything else. */
final class NumberCodec implements WorkloadCodec {

    @Override
    public byte[] encode(Object value, Type type) {
        if (value instanceof Integer number) {
            return number.toString().getBytes(UTF_8);
        }
        throw new IllegalArgumentException("Not a number");
    }

    @Override
    public Object decode(byte[] payload, Type type) {
        if (type == Integer.class) {
            return Integer.valueOf(new String(payload, UTF_8));
        }
        throw new IllegalArgumentException("Not the type of a number");
    }
}
