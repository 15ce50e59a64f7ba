package io.gearmancdi.cdi;

import io.gearmancdi.discovery.ClassView;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/** What the extension that ran has found. */
public interface Findings {

    /** {@return which event says that the application is ready} */
    StartSignal startSignal();

    /** {@return which extension that was, for the log} */
    String extension();

    /** {@return the classes with {@code @Work}, and those that only have {@code @Job}} */
    List<ClassView> classes();

    /** {@return what the application observes} */
    ObservedTypes observed();

    /**
     * Finds the bean of a worker.
     *
     * @param worker its class
     * @param service the name of the bean to use; empty: the only one
     * @param marked the beans with {@link WorkerMarker}
     * @return the bean; empty if {@code @Work(service)} names none of this class
     */
    Optional<WorkerBean> bean(ClassView worker, String service, Instance<Object> marked);
}
