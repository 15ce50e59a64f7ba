package io.gearmancdi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Carries a generic type: {@code result.as(new TypeRef<List<Thumbnail>>() {})}.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {

    private final Type type;

    /**
     * Reads the type from the subclass.
     *
     * @throws IllegalStateException if the subclass names no type
     */
    protected TypeRef() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parameterized)) {
            throw new IllegalStateException("A TypeRef names its type: new TypeRef<List<Thumbnail>>() {}");
        }
        this.type = parameterized.getActualTypeArguments()[0];
    }

    private TypeRef(Type type) {
        this.type = type;
    }

    /**
     * Carries a type that is known at run time only.
     *
     * @param type the type
     * @return the carrier
     */
    public static TypeRef<?> of(Type type) {
        return new TypeRef<>(type) {};
    }

    /** {@return the type} */
    public final Type type() {
        return type;
    }
}
