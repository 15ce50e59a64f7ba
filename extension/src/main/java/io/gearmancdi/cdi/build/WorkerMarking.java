package io.gearmancdi.cdi.build;

import io.gearmancdi.cdi.WorkerClass;
import io.gearmancdi.cdi.WorkerMarker;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.inject.Named;
import jakarta.inject.Qualifier;
import java.util.Set;

/** Adds qualifiers to a worker without taking {@code @Default} away from it. */
final class WorkerMarking {

    private static final Set<String> BESIDE_DEFAULT = Set.of(Named.class.getName(), Any.class.getName());

    private WorkerMarking() {}

    static void mark(ClassConfig worker) {
        boolean hasDefault = worker.info().annotations().stream()
                .filter(annotation -> annotation.declaration().hasAnnotation(Qualifier.class))
                .map(AnnotationInfo::name)
                .allMatch(BESIDE_DEFAULT::contains);
        worker.addAnnotation(WorkerMarker.Literal.INSTANCE);
        worker.addAnnotation(new WorkerClass.Literal(worker.info().name()));
        if (hasDefault) {
            worker.addAnnotation(Default.Literal.INSTANCE);
        }
    }
}
