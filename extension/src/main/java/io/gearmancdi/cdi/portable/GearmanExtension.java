package io.gearmancdi.cdi.portable;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.cdi.Findings;
import io.gearmancdi.discovery.ClassView.Kind;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Finds workers and observers in containers that run portable extensions. User beans stay as they are. */
public class GearmanExtension implements Extension {

    private final PortableFindings findings = new PortableFindings();
    private final Set<Class<?>> withJobs = new HashSet<>();

    /** Made by the container. */
    public GearmanExtension() {}

    void begin(@Observes BeforeBeanDiscovery event, BeanManager container) {
        findings.container(container);
    }

    void type(@Observes @WithAnnotations({Work.class, Job.class}) ProcessAnnotatedType<?> event) {
        withJobs.add(event.getAnnotatedType().getJavaClass());
    }

    void bean(@Observes ProcessManagedBean<?> event) {
        var type = event.getAnnotatedBeanClass();
        if (withJobs.contains(type.getJavaClass())) {
            findings.add(AnnotatedViews.of(type, kind(event)), event.getBean());
        }
    }

    void anyBean(@Observes ProcessBean<?> event) {
        findings.addNamed(event.getBean());
    }

    private static Kind kind(ProcessManagedBean<?> event) {
        if (event instanceof ProcessSessionBean<?>) {
            return Kind.SESSION;
        }
        return event.getBean().isAlternative() ? Kind.ALTERNATIVE : Kind.MANAGED;
    }

    void observer(@Observes ProcessObserverMethod<?, ?> event) {
        findings.add(event.getObserverMethod());
    }

    void beans(@Observes AfterBeanDiscovery event) {
        event.addBean()
                .types(Findings.class, Object.class)
                .scope(Singleton.class)
                .id(GearmanExtension.class.getName())
                .createWith(context -> findings);
    }

    void validate(@Observes AfterDeploymentValidation event) {
        findings.validate();
    }
}
