package io.gearmancdi.cdi;

import io.gearmancdi.ForFunction;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of Gearman's events that observers exist for, by class name: where extensions run at build time there are
 * no classes yet.
 *
 * @param sync what is observed with {@code @Observes}
 * @param async what is observed with {@code @ObservesAsync}
 */
public record ObservedTypes(Set<String> sync, Set<String> async) {

    private static final Set<String> QUALIFIERS = Stream.of(
                    Any.class, Default.class, ForFunction.class, ForFunction.All.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Copies the sets.
     *
     * @param sync what is observed with {@code @Observes}
     * @param async what is observed with {@code @ObservesAsync}
     */
    public ObservedTypes {
        sync = Set.copyOf(sync);
        async = Set.copyOf(async);
    }

    boolean hasSync(Class<?> event) {
        return isAmong(event, sync);
    }

    boolean hasAsync(Class<?> event) {
        return isAmong(event, async);
    }

    private static boolean isAmong(Class<?> event, Set<String> observed) {
        return observed.contains(event.getName())
                || observed.contains(Object.class.getName())
                || (TaskEvent.class.isAssignableFrom(event) && observed.contains(TaskEvent.class.getName()));
    }

    /** Collects while an extension runs. Not thread-safe. */
    public static final class Collector {

        private final Set<String> sync = new HashSet<>();
        private final Set<String> async = new HashSet<>();

        /** Starts with none. */
        public Collector() {}

        /**
         * Takes an observer; keeps it if Gearman's events can reach it.
         *
         * @param type the class name of what it observes
         * @param qualifiers the class names of its qualifiers
         * @param isAsync whether it is asynchronous
         */
        public void add(String type, Collection<String> qualifiers, boolean isAsync) {
            if (isReachable(type) && QUALIFIERS.containsAll(qualifiers)) {
                (isAsync ? async : sync).add(type);
            }
        }

        private static boolean isReachable(String type) {
            return type.equals(Object.class.getName())
                    || type.equals(WorkStarting.class.getName())
                    || type.equals(WorkExecuted.class.getName())
                    || type.startsWith(TaskEvent.class.getPackageName() + ".Task");
        }

        /** {@return what was collected} */
        public ObservedTypes toObservedTypes() {
            return new ObservedTypes(sync, async);
        }
    }
}
