package io.gearmancdi.discovery;

import java.lang.reflect.Type;

/** A type variable that nothing binds. */
public final class OpenType implements Type {

    private final String name;
    private final Class<?> erasure;

    /**
     * A variable.
     *
     * @param name its name
     * @param erasure what is known of it
     */
    public OpenType(String name, Class<?> erasure) {
        this.name = name;
        this.erasure = erasure;
    }

    Class<?> erasure() {
        return erasure;
    }

    @Override
    public String getTypeName() {
        return name;
    }
}
