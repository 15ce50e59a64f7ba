package io.gearmancdi.discovery;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Finds the job methods of a class: its own and the inherited ones that no subclass overrides. */
final class JobMethods {

    private JobMethods() {}

    /** The methods that have {@code @Job}, in a stable order; legal or not. */
    static List<MethodView> of(ClassView type) {
        return type.methods().stream()
                .filter(method -> method.job().isPresent())
                .filter(method -> type.methods().stream().noneMatch(other -> overrides(other, method)))
                .sorted(Comparator.comparing(MethodView::name)
                        .thenComparing(method -> method.signature().erasure().toString())
                        .thenComparing(method -> method.declaring().getName()))
                .toList();
    }

    private static boolean overrides(MethodView below, MethodView above) {
        return !below.declaring().equals(above.declaring())
                && above.declaring().isAssignableFrom(below.declaring())
                && isVisible(above, below.declaring())
                && !below.isStatic()
                && below.name().equals(above.name())
                && below.signature().erasure().equals(above.signature().erasure());
    }

    private static boolean isVisible(MethodView above, Class<?> belowClass) {
        if (above.isPrivate() || above.isStatic()) {
            return false;
        }
        return Modifier.isPublic(above.modifiers())
                || Modifier.isProtected(above.modifiers())
                || Objects.equals(above.declaring().getPackage(), belowClass.getPackage());
    }
}
