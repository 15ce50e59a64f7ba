package io.gearmancdi.server.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A byte string as the key of a map. Names on the wire are bytes without any charset. */
final class Name {
    final byte[] bytes;
    private final int hash;

    Name(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Hash.of(bytes);
    }

    /** From a line of text, in which each character is a byte. */
    static Name of(String text) {
        return new Name(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** For a line of text. */
    String raw() {
        return raw(bytes);
    }

    static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name that && hash == that.hash && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** For people: most names are UTF-8. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
