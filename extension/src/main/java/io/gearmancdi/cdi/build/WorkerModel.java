package io.gearmancdi.cdi.build;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.cdi.WorkerClass;
import io.gearmancdi.cdi.WorkerMarker;
import io.gearmancdi.discovery.ClassView;
import io.gearmancdi.discovery.ClassView.Kind;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.InvokerFactory;
import jakarta.enterprise.inject.build.compatible.spi.InvokerInfo;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.inject.Singleton;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker, or a class that only has job methods, while the application is built. It is written down as parameters of a
 * bean, which {@link ViewCreator} reads: one bean for each, so that what the container generates for it stays small.
 */
final class WorkerModel {

    static final String CLASSES = "classes";
    static final String WORK = "work";
    static final String KIND = "kind";
    static final String METHODS = "methods";

    /** The annotations of the first methods. */
    static final String JOBS = "jobs";

    /** What calls the first of these. */
    static final String CALLS = "calls";

    private final ClassInfo type;
    private final Kind kind;
    private final List<MethodInfo> methods = new ArrayList<>();
    private final List<AnnotationInfo> jobs = new ArrayList<>();
    private final List<InvokerInfo> calls = new ArrayList<>();

    WorkerModel(BeanInfo bean, InvokerFactory invokers) {
        type = bean.declaringClass();
        kind = bean.isAlternative() ? Kind.ALTERNATIVE : Kind.MANAGED;
        var others = new ArrayList<MethodInfo>();
        for (var method : type.methods()) {
            if (method.declaringClass().isInterface()) {
                continue;
            }
            if (!method.hasAnnotation(Job.class)) {
                others.add(method);
            } else if (isWorker() && isCallable(method)) {
                methods.add(calls.size(), method);
                jobs.add(calls.size(), method.annotation(Job.class));
                calls.add(Invokers.build(invokers, bean, method));
            } else {
                methods.add(method);
                jobs.add(method.annotation(Job.class));
            }
        }
        others.removeIf(other -> methods.stream().noneMatch(job -> job.name().equals(other.name())));
        methods.addAll(others);
    }

    boolean isWorker() {
        return type.hasAnnotation(Work.class);
    }

    boolean hasJobs() {
        return !jobs.isEmpty();
    }

    private static boolean isCallable(MethodInfo job) {
        return (job.modifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
    }

    void addTo(SyntheticComponents components) {
        var writer = new MethodWriter(type);
        var texts = methods.stream().map(writer::write).toArray(String[]::new);
        var bean = components
                .addBean(ClassView.class)
                .type(ClassView.class)
                .type(Object.class)
                .qualifier(WorkerMarker.Literal.INSTANCE)
                .qualifier(new WorkerClass.Literal(type.name()))
                .scope(Singleton.class)
                .withParam(CLASSES, writer.table())
                .withParam(KIND, kind)
                .withParam(METHODS, texts)
                .withParam(JOBS, jobs.toArray(new AnnotationInfo[0]))
                .withParam(CALLS, calls.toArray(new InvokerInfo[0]))
                .createWith(ViewCreator.class);
        if (isWorker()) {
            bean.withParam(WORK, type.annotation(Work.class));
        }
    }
}
