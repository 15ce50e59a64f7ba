package io.gearmancdi.discovery;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Finds the job methods of a class: its own and the inherited ones that no subclass overrides. */
final class JobMethods {

    private JobMethods() {}

    /** The methods that have {@code @Job}, in a stable order; legal or not. */
    static List<MethodView> of(ClassView type) {
        return type.methods().stream()
                .filter(view -> view.job().isPresent())
                .filter(view -> !view.method().isSynthetic())
                .filter(view -> !view.method().getDeclaringClass().isInterface())
                .filter(view -> !isOverridden(view.method(), type))
                .sorted(Comparator.comparing(view -> view.method().toGenericString()))
                .toList();
    }

    private static boolean isOverridden(Method method, ClassView type) {
        return type.methods().stream().map(MethodView::method).anyMatch(other -> overrides(other, method));
    }

    private static boolean overrides(Method below, Method above) {
        var belowClass = below.getDeclaringClass();
        var aboveClass = above.getDeclaringClass();
        return !belowClass.equals(aboveClass)
                && aboveClass.isAssignableFrom(belowClass)
                && isVisible(above, belowClass)
                && !Modifier.isStatic(below.getModifiers())
                && below.getName().equals(above.getName())
                && Arrays.equals(below.getParameterTypes(), above.getParameterTypes());
    }

    private static boolean isVisible(Method above, Class<?> belowClass) {
        int modifiers = above.getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
            return false;
        }
        return Modifier.isPublic(modifiers)
                || Modifier.isProtected(modifiers)
                || Objects.equals(above.getDeclaringClass().getPackage(), belowClass.getPackage());
    }
}
