package io.gearmancdi.cdi.portable;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.discovery.ClassView;
import io.gearmancdi.discovery.ClassView.Kind;
import io.gearmancdi.discovery.MethodView;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;

/** Translates the container's model, with what other extensions changed in it. */
final class AnnotatedViews {

    private AnnotatedViews() {}

    static ClassView of(AnnotatedType<?> type, Kind kind) {
        var names = new HashSet<String>();
        for (var method : type.getMethods()) {
            if (method.isAnnotationPresent(Job.class)) {
                names.add(method.getJavaMember().getName());
            }
        }
        var bindings = TypeBindings.of(type.getJavaClass());
        var methods = new ArrayList<MethodView>();
        for (var method : type.getMethods()) {
            var member = method.getJavaMember();
            if (names.contains(member.getName()) && ReflectedMethod.isWritten(member)) {
                var job = Optional.ofNullable(method.getAnnotation(Job.class));
                methods.add(ReflectedMethod.view(member, bindings, job));
            }
        }
        return new ClassView(type.getJavaClass(), Optional.ofNullable(type.getAnnotation(Work.class)), kind, methods);
    }
}
