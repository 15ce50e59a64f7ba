package io.gearmancdi.cdi.build;

import io.gearmancdi.ForFunction;
import io.gearmancdi.Work;
import io.gearmancdi.cdi.Findings;
import io.gearmancdi.cdi.ObservedTypes;
import io.gearmancdi.cdi.portable.GearmanExtension;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.InvokerFactory;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Finds workers and observers in containers that run extensions at build time. */
@SkipIfPortableExtensionPresent(GearmanExtension.class)
public class GearmanBuildExtension implements BuildCompatibleExtension {

    private final List<WorkerModel> workers = new ArrayList<>();
    private final ObservedTypes.Collector observed = new ObservedTypes.Collector();

    /** Made by the container. */
    public GearmanBuildExtension() {}

    /** Names the annotations of the API: a build that indexes only bean archives does not look into its jar. */
    @Discovery
    public void annotations(MetaAnnotations annotations) {
        annotations.addStereotype(Work.class);
        annotations.addQualifier(ForFunction.class);
    }

    /** Marks workers, so that the library's own injection point keeps them. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Work.class)
    public void mark(ClassConfig worker) {
        WorkerMarking.mark(worker);
    }

    /** Takes down workers, and beans that only have job methods. */
    @Registration(types = Object.class)
    public void bean(BeanInfo bean, InvokerFactory invokers) {
        if (bean.isClassBean()) {
            var worker = new WorkerModel(bean, invokers);
            if (worker.isWorker() || worker.hasJobs()) {
                workers.add(worker);
            }
        }
    }

    /** Takes down observers. */
    @Registration(types = Object.class)
    public void observer(ObserverInfo observer) {
        var qualifiers =
                observer.qualifiers().stream().map(AnnotationInfo::name).toList();
        observed.add(TypeNames.raw(observer.eventType()), qualifiers, observer.isAsync());
    }

    /** Adds the beans that carry the findings into the running application. */
    @Synthesis
    public void findings(SyntheticComponents components) {
        workers.forEach(worker -> worker.addTo(components));
        var types = observed.toObservedTypes();
        components
                .addBean(Findings.class)
                .type(Findings.class)
                .scope(Singleton.class)
                .withParam(BuildFindings.SYNC, types.sync().toArray(String[]::new))
                .withParam(BuildFindings.ASYNC, types.async().toArray(String[]::new))
                .createWith(BuildFindings.Creator.class);
    }
}
