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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the portable extension has found. Keeps bean objects and asks nobody for names: in an EAR, and on Payara with
 * the library in WEB-INF/lib, the library's own bean manager does not see the beans of the application.
 */
final class PortableFindings implements Findings {

    private final Map<ClassView, Bean<?>> beans = new LinkedHashMap<>();
    private final List<Bean<?>> named = new ArrayList<>();
    private final ObservedTypes.Collector observed = new ObservedTypes.Collector();
    private @Nullable BeanManager container;

    void container(BeanManager container) {
        this.container = container;
    }

    void add(ClassView view, Bean<?> bean) {
        beans.put(view, bean);
    }

    /** Any bean; those without a name are of no interest. */
    void addNamed(Bean<?> bean) {
        if (bean.getName() != null) {
            named.add(bean);
        }
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
    public String extension() {
        return "the portable extension";
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
        var bean = service.isEmpty() ? Optional.<Bean<?>>ofNullable(beans.get(worker)) : served(service, type);
        return bean.map(found -> () -> open(manager, found, type));
    }

    private Optional<Bean<?>> served(String name, Class<?> type) {
        return named.stream()
                .filter(bean -> name.equals(bean.getName()) && bean.getTypes().contains(type))
                .findFirst();
    }

    private static WorkerReference open(BeanManager manager, Bean<?> bean, Class<?> type) {
        var context = manager.createCreationalContext(bean);
        boolean perRequest = bean.getScope().equals(RequestScoped.class);
        return new WorkerReference(manager.getReference(bean, type, context), perRequest, context::release);
    }
}
