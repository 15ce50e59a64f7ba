package io.gearmancdi.cdi.build;

import jakarta.enterprise.lang.model.types.Type;

/** Names of types as {@code Class.getName} gives them. */
final class TypeNames {

    private TypeNames() {}

    /** The class of an observed type; {@code Object} for a type variable. */
    static String raw(Type type) {
        if (type.isClass()) {
            return type.asClass().declaration().name();
        }
        if (type.isParameterizedType()) {
            return type.asParameterizedType().declaration().name();
        }
        return type.isTypeVariable() ? Object.class.getName() : type.toString();
    }
}
