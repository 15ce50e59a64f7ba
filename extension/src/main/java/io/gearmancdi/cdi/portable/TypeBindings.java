package io.gearmancdi.cdi.portable;

import io.gearmancdi.discovery.OpenType;
import io.gearmancdi.discovery.ResolvedArray;
import io.gearmancdi.discovery.ResolvedType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** The raw class; of a variable that of its first bound. */
    private static Class<?> rawClass(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return rawClass(variable.getBounds()[0]);
        }
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    List<Type> resolve(Type[] types) {
        return Arrays.stream(types).map(this::resolve).toList();
    }

    /** The type without variables and wildcards; one that nothing binds is an {@link OpenType}. */
    Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            var bound = byVariable.get(variable);
            return bound != null ? bound : new OpenType(variable.getName(), rawClass(variable));
        }
        if (type instanceof ParameterizedType generic) {
            var arguments = resolve(generic.getActualTypeArguments()).toArray(new Type[0]);
            return new ResolvedType(rawClass(generic), arguments, generic.getOwnerType());
        }
        if (type instanceof GenericArrayType array) {
            return ResolvedArray.of(resolve(array.getGenericComponentType()));
        }
        if (type instanceof WildcardType wildcard) {
            var lower = wildcard.getLowerBounds();
            return resolve(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
        }
        return type;
    }
}
