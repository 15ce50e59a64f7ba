package io.gearmancdi.cdi.portable;

import io.gearmancdi.cdi.Findings;
import io.gearmancdi.cdi.ObservedTypes;
import io.gearmancdi.cdi.StartSignal;
import io.gearmancdi.cdi.WorkerBean;
import io.gearmancdi.cdi.WorkerReference;
import io.gearmancdi.discovery.ClassView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the portable extension has found. Keeps bean objects, not names: in an EAR the library's own bean manager does not
 * see the beans of web modules.
 */
final class PortableFindings implements Findings {

    private final Map<ClassView, Bean<?>> beans = new LinkedHashMap<>();
    private final ObservedTypes.Collector observed = new ObservedTypes.Collector();
    private @Nullable BeanManager container;

    void container(BeanManager container) {
        this.container = container;
    }

    void add(ClassView view, Bean<?> bean) {
        beans.put(view, bean);
    }

    void add(ObserverMethod<?> observer) {
        var qualifiers = observer.getObservedQualifiers().stream()
                .map(Annotation::annotationType)
                .map(Class::getName)
                .toList();
        observed.add(rawName(observer.getObservedType()), qualifiers, observer.isAsync());
    }

    private static String rawName(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType().getTypeName();
        }
        return type instanceof Class<?> ? type.getTypeName() : Object.class.getName();
    }

    void validate() {
        DeploymentCheck.run(classes());
    }

    @Override
    public StartSignal startSignal() {
        return StartSignal.APPLICATION_SCOPE;
    }

    @Override
    public List<ClassView> classes() {
        return List.copyOf(beans.keySet());
    }

    @Override
    public ObservedTypes observed() {
        return observed.toObservedTypes();
    }

    @Override
    public Optional<WorkerBean> bean(ClassView worker, String service, Instance<Object> marked) {
        var type = worker.type();
        var manager = Objects.requireNonNull(container);
        Optional<Bean<?>> bean = service.isEmpty()
                ? Optional.ofNullable(beans.get(worker))
                : manager.getBeans(service).stream()
                        .filter(named -> named.getTypes().contains(type))
                        .findFirst();
        return bean.map(found -> () -> open(manager, found, type));
    }

    private static WorkerReference open(BeanManager manager, Bean<?> bean, Class<?> type) {
        var context = manager.createCreationalContext(bean);
        boolean perRequest = bean.getScope().equals(RequestScoped.class);
        return new WorkerReference(manager.getReference(bean, type, context), perRequest, context::release);
    }
}
