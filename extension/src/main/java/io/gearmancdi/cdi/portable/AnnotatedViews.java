package io.gearmancdi.cdi.portable;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.discovery.ClassView;
import io.gearmancdi.discovery.ClassView.Kind;
import io.gearmancdi.discovery.MethodView;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.Optional;

/** Translates the container's model, with what other extensions changed in it. */
final class AnnotatedViews {

    private AnnotatedViews() {}

    static ClassView of(AnnotatedType<?> type, Kind kind) {
        var methods = type.getMethods().stream()
                .map(method ->
                        new MethodView(method.getJavaMember(), Optional.ofNullable(method.getAnnotation(Job.class))))
                .toList();
        return new ClassView(type.getJavaClass(), Optional.ofNullable(type.getAnnotation(Work.class)), kind, methods);
    }
}
