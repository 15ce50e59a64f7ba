package io.gearmancdi.cdi.portable;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.discovery.ClassView;
import io.gearmancdi.discovery.ClassView.Kind;
import io.gearmancdi.discovery.MethodView;
import java.util.ArrayList;
import java.util.Optional;

/** A class as it is found, without a container. */
public final class ReflectedClass {

    private ReflectedClass() {}

    /**
     * Reads a class.
     *
     * @param type the class
     * @param kind what sort of bean it is
     * @return the view
     */
    public static ClassView view(Class<?> type, Kind kind) {
        var bindings = TypeBindings.of(type);
        var methods = new ArrayList<MethodView>();
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            for (var method : at.getDeclaredMethods()) {
                if (ReflectedMethod.isWritten(method)) {
                    methods.add(ReflectedMethod.view(
                            method, bindings, Optional.ofNullable(method.getAnnotation(Job.class))));
                }
            }
        }
        return new ClassView(type, Optional.ofNullable(type.getAnnotation(Work.class)), kind, methods);
    }
}
