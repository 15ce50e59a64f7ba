package io.gearmancdi.discovery;

import io.gearmancdi.Job;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method of a bean class.
 *
 * @param method the method
 * @param job its {@code @Job}, if it has one
 */
public record MethodView(Method method, Optional<Job> job) {

    static List<MethodView> allOf(Class<?> type) {
        var methods = new ArrayList<MethodView>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (var method : at.getDeclaredMethods()) {
                methods.add(new MethodView(method, Optional.ofNullable(method.getAnnotation(Job.class))));
            }
        }
        return methods;
    }
}
