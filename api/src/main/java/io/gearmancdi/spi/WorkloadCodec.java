package io.gearmancdi.spi;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads what is neither bytes nor text. The types come from the application's own code, never from the wire.
 */
public interface WorkloadCodec {

    /**
     * Writes a value.
     *
     * @param value the value; {@code null} only where the caller asked for JSON by name
     * @param type its type
     * @return the bytes
     * @throws RuntimeException if it cannot be written
     */
    byte[] encode(@Nullable Object value, Type type);

    /**
     * Reads a value.
     *
     * @param payload the bytes, one at least
     * @param type the type to read
     * @return the value
     * @throws RuntimeException if the bytes are not of this type
     */
    @Nullable
    Object decode(byte[] payload, Type type);
}
