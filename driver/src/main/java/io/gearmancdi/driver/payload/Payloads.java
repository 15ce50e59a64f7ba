package io.gearmancdi.driver.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.Workload;
import io.gearmancdi.WorkloadCodecException;
import io.gearmancdi.spi.WorkloadCodec;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Turns values into payloads by their run-time type, and payloads into values of a declared type. Thread-safe. */
public final class Payloads {

    private static final byte[] EMPTY = {};

    private final WorkloadCodec codec;

    /**
     * Makes the two directions.
     *
     * @param codec writes and reads everything but bytes and text
     */
    public Payloads(WorkloadCodec codec) {
        this.codec = codec;
    }

    /**
     * Writes a value. Arrays are not copied.
     *
     * @param value any value
     * @param what what it is for, in the message of the error
     * @return the payload
     * @throws WorkloadCodecException if the codec refuses
     */
    public byte[] encode(@Nullable Object value, String what) {
        if (value == null) {
            return EMPTY;
        }
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof CharSequence text) {
            return text.toString().getBytes(UTF_8);
        }
        if (value instanceof ByteBuffer buffer) {
            return bytes(buffer.duplicate());
        }
        if (value instanceof Workload workload) {
            return workload.isJson() ? json(workload.value().orElse(null), what) : EMPTY;
        }
        return json(value, what);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.remaining() == buffer.array().length) {
            return buffer.array();
        }
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private byte[] json(@Nullable Object value, String what) {
        try {
            return codec.encode(value, value == null ? Object.class : value.getClass());
        } catch (RuntimeException | StackOverflowError e) {
            throw failed("cannot be written", what, value == null ? Object.class : value.getClass(), e);
        }
    }

    /**
     * Reads a payload: bytes and text as they are, nothing as {@code null}, everything else through the codec.
     *
     * @param payload the payload
     * @param type the declared type
     * @param what what it is, in the message of the error
     * @return the value
     * @throws WorkloadCodecException if the codec refuses
     */
    public @Nullable Object decode(byte[] payload, Type type, String what) {
        if (type == byte[].class) {
            return payload;
        }
        if (type == String.class || type == CharSequence.class) {
            return new String(payload, UTF_8);
        }
        if (payload.length == 0) {
            return null;
        }
        try {
            return codec.decode(payload, type);
        } catch (RuntimeException | StackOverflowError e) { // JSON may be nested as deep as its sender likes
            throw failed("cannot be read", what, type, e);
        }
    }

    private static WorkloadCodecException failed(String how, String what, Type type, Throwable cause) {
        if (cause instanceof WorkloadCodecException already) {
            return already;
        }
        return new WorkloadCodecException(what + " " + how + " as " + type.getTypeName(), cause);
    }
}
