package io.gearmancdi.cdi.build;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.discovery.ClassView;
import io.gearmancdi.discovery.ClassView.Kind;
import io.gearmancdi.discovery.MethodView;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Optional;

/** Makes the view of a class in the running application, from what {@link WorkerModel} has written down. */
public class ViewCreator implements SyntheticBeanCreator<ClassView> {

    /** Made by the container. */
    public ViewCreator() {}

    @Override
    public ClassView create(Instance<Object> lookup, Parameters parameters) {
        var classes = parameters.get(WorkerModel.CLASSES, Class[].class);
        var texts = parameters.get(WorkerModel.METHODS, String[].class);
        var jobs = parameters.get(WorkerModel.JOBS, Annotation[].class);
        var calls = Invokers.read(parameters, WorkerModel.CALLS);
        var methods = new ArrayList<MethodView>();
        for (int i = 0; i < texts.length; i++) {
            int place = i;
            var job = i < jobs.length ? Optional.of((Job) jobs[i]) : Optional.<Job>empty();
            methods.add(new MethodReader(classes, texts[i]).read(job, () -> calls.get(place)));
        }
        var work = Optional.ofNullable(parameters.get(WorkerModel.WORK, Work.class));
        return new ClassView(classes[0], work, parameters.get(WorkerModel.KIND, Kind.class), methods);
    }
}
