package io.gearmancdi.discovery;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A generic type whose variables were replaced. */
public final class ResolvedType implements ParameterizedType {

    private final Class<?> raw;
    private final Type[] arguments;
    private final @Nullable Type owner;

    /**
     * Copies the arguments.
     *
     * @param raw the class
     * @param arguments one for each of its type variables
     * @param owner the type that it is a member of, if that is known
     */
    public ResolvedType(Class<?> raw, Type[] arguments, @Nullable Type owner) {
        this.raw = raw;
        this.arguments = arguments.clone();
        this.owner = owner;
    }

    @Override
    public Type[] getActualTypeArguments() {
        return arguments.clone();
    }

    @Override
    public Type getRawType() {
        return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
        return owner;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterizedType that
                && raw.equals(that.getRawType())
                && Arrays.equals(arguments, that.getActualTypeArguments());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(arguments) ^ raw.hashCode();
    }

    @Override
    public String toString() {
        return raw.getName()
                + Arrays.stream(arguments).map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
    }
}
