package io.gearmancdi.discovery;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;

/** An array of a generic type whose variables were replaced. */
public final class ResolvedArray implements GenericArrayType {

    private final Type component;

    private ResolvedArray(Type component) {
        this.component = component;
    }

    /**
     * An array of a type.
     *
     * @param component the type of its elements
     * @return a class where that is one
     */
    public static Type of(Type component) {
        return component instanceof Class<?> plain ? plain.arrayType() : new ResolvedArray(component);
    }

    @Override
    public Type getGenericComponentType() {
        return component;
    }

    @Override
    public String toString() {
        return component.getTypeName() + "[]";
    }
}
