package io.gearmancdi.cdi.build;

import io.gearmancdi.cdi.Findings;
import io.gearmancdi.cdi.ObservedTypes;
import io.gearmancdi.cdi.StartSignal;
import io.gearmancdi.cdi.WorkerBean;
import io.gearmancdi.cdi.WorkerClass;
import io.gearmancdi.cdi.WorkerMarker;
import io.gearmancdi.cdi.WorkerReference;
import io.gearmancdi.discovery.ClassView;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the build compatible extension has found, in the running application. */
record BuildFindings(List<ClassView> classes, ObservedTypes observed) implements Findings {

    static final String SYNC = "sync";
    static final String ASYNC = "async";

    @Override
    public StartSignal startSignal() {
        return StartSignal.STARTUP;
    }

    @Override
    public String extension() {
        return "the build compatible extension";
    }

    @Override
    public Optional<WorkerBean> bean(ClassView worker, String service, Instance<Object> marked) {
        // Of all workers together, or of one and its subclasses, an alternative would be the only one to be seen
        var named = service.isEmpty() ? marked : marked.select(NamedLiteral.of(service));
        return find(named, worker.type()).map(found -> () -> open(named, worker.type()));
    }

    private static <T> Optional<Instance.Handle<T>> find(Instance<Object> named, Class<T> type) {
        Optional<? extends Instance.Handle<T>> found = named.select(type, new WorkerClass.Literal(type.getName()))
                .handlesStream()
                .filter(handle -> handle.getBean().getBeanClass().equals(type))
                .findFirst();
        return found.map(handle -> handle);
    }

    private static WorkerReference open(Instance<Object> named, Class<?> type) {
        var handle = find(named, type).orElseThrow();
        var scope = handle.getBean().getScope();
        // Of a wider scope it would take the instance from everybody
        Runnable release = scope.equals(Dependent.class) ? handle::destroy : () -> {};
        return new WorkerReference(handle.get(), scope.equals(RequestScoped.class), release);
    }

    /** Makes the findings when the application runs. */
    public static final class Creator implements SyntheticBeanCreator<Findings> {

        /** Made by the container. */
        public Creator() {}

        @Override
        public Findings create(Instance<Object> lookup, Parameters parameters) {
            var classes = lookup.select(ClassView.class, WorkerMarker.Literal.INSTANCE).stream()
                    .sorted(Comparator.comparing(view -> view.type().getName()))
                    .toList();
            return new BuildFindings(
                    classes,
                    new ObservedTypes(
                            Set.of(parameters.get(SYNC, String[].class)),
                            Set.of(parameters.get(ASYNC, String[].class))));
        }
    }
}
