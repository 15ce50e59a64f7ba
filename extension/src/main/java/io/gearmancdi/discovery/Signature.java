package io.gearmancdi.discovery;

import io.gearmancdi.GearmanJob;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a method takes.
 *
 * @param parameters the types of its parameters; variables are replaced or an {@link OpenType}, wildcards are their
 *     bounds
 */
public record Signature(List<Type> parameters) {

    /**
     * Copies the list.
     *
     * @param parameters the types of its parameters
     */
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /** The classes of the parameters. */
    List<Class<?>> erasure() {
        return parameters.stream().<Class<?>>map(Signature::erase).toList();
    }

    private static Class<?> erase(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return erase(array.getGenericComponentType()).arrayType();
        }
        return type instanceof OpenType open ? open.erasure() : (Class<?>) type;
    }

    /** Why no workload fits; empty if one does. */
    Optional<String> fault() {
        long jobs = parameters.stream().filter(GearmanJob.class::equals).count();
        if (parameters.size() > 2 || jobs > 1 || (parameters.size() == 2 && jobs == 0)) {
            return Optional.of("it has " + parameters.size() + " parameters, " + jobs + " of them GearmanJob");
        }
        return parameters.stream()
                .filter(Signature::isOpen)
                .map(type -> "the type " + type.getTypeName() + " is not known before it runs")
                .findFirst();
    }

    private static boolean isOpen(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(Signature::isOpen);
        }
        if (type instanceof GenericArrayType array) {
            return isOpen(array.getGenericComponentType());
        }
        return type instanceof OpenType;
    }
}
