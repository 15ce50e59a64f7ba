package io.gearmancdi.discovery;

import io.gearmancdi.GearmanJob;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a job method takes.
 *
 * @param parameters the types of its parameters, type variables of superclasses replaced; at most one is not
 *     {@link GearmanJob}
 */
public record Signature(List<Type> parameters) {

    /**
     * Copies the list.
     *
     * @param parameters the types of its parameters
     */
    public Signature {
        parameters = List.copyOf(parameters);
    }

    static Signature of(Class<?> worker, Method method) {
        var bindings = TypeBindings.of(worker);
        return new Signature(Arrays.stream(method.getGenericParameterTypes())
                .map(bindings::resolve)
                .toList());
    }

    /** Why no workload fits; empty if one does. */
    Optional<String> fault() {
        long jobs = parameters.stream().filter(GearmanJob.class::equals).count();
        if (parameters.size() > 2 || jobs > 1 || (parameters.size() == 2 && jobs == 0)) {
            return Optional.of("it has " + parameters.size() + " parameters, " + jobs + " of them GearmanJob");
        }
        return parameters.stream()
                .filter(TypeBindings::isOpen)
                .map(type -> "the type " + type.getTypeName() + " is not known before it runs")
                .findFirst();
    }
}
