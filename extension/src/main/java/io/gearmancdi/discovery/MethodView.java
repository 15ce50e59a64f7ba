package io.gearmancdi.discovery;

import io.gearmancdi.Job;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A method of a bean class or of one of its superclasses, written in their source.
 *
 * @param declaring the class that declares it
 * @param name its name
 * @param modifiers as {@link Modifier} reads them
 * @param signature what it takes in the bean class
 * @param job its {@code @Job}, if it has one
 * @param call gives what calls it; asked once, for a job that is legal
 */
public record MethodView(
        Class<?> declaring,
        String name,
        int modifiers,
        Signature signature,
        Optional<Job> job,
        Supplier<MethodCall> call) {

    boolean isPrivate() {
        return Modifier.isPrivate(modifiers);
    }

    boolean isStatic() {
        return Modifier.isStatic(modifiers);
    }
}
