package io.gearmancdi.discovery;

import io.gearmancdi.Work;
import java.util.List;
import java.util.Optional;

/**
 * A bean class as an extension found it, with the annotations that hold for it.
 *
 * @param type the class
 * @param work its {@code @Work}; empty for a class that only has {@code @Job} methods
 * @param kind what sort of bean it is
 * @param methods its job methods and those of its superclasses, overridden ones included, and all others of their names
 */
public record ClassView(Class<?> type, Optional<Work> work, Kind kind, List<MethodView> methods) {

    /** What sort of bean a class is. */
    public enum Kind {
        /** A bean of the container. */
        MANAGED,
        /** A bean that stands in for the worker of the same name. */
        ALTERNATIVE,
        /** An enterprise bean. */
        SESSION
    }

    /**
     * Copies the list.
     *
     * @param type the class
     * @param work its {@code @Work}
     * @param kind what sort of bean it is
     * @param methods its methods
     */
    public ClassView {
        methods = List.copyOf(methods);
    }
}
