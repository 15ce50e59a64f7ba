package io.gearmancdi.discovery;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the type variables of a class's superclasses stand for. */
record TypeBindings(Map<TypeVariable<?>, Type> byVariable) {

    static TypeBindings of(Class<?> type) {
        var bindings = new TypeBindings(new HashMap<>());
        for (var above = type.getGenericSuperclass();
                above != null;
                above = rawClass(above).getGenericSuperclass()) {
            if (above instanceof ParameterizedType parameterized) {
                var variables = rawClass(above).getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    bindings.byVariable.put(
                            variables[i], bindings.resolve(parameterized.getActualTypeArguments()[i]));
                }
            }
        }
        return bindings;
    }

    private static Class<?> rawClass(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return byVariable.getOrDefault(variable, variable);
        }
        if (type instanceof ParameterizedType generic && isOpen(generic)) {
            var arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(this::resolve)
                    .toArray(Type[]::new);
            return new ResolvedType(rawClass(generic), arguments, generic.getOwnerType());
        }
        return type;
    }

    static boolean isOpen(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(TypeBindings::isOpen);
        }
        if (type instanceof GenericArrayType array) {
            return isOpen(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
                    .flatMap(Arrays::stream)
                    .anyMatch(TypeBindings::isOpen);
        }
        return type instanceof TypeVariable;
    }
}
