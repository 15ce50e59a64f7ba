package io.gearmancdi;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a worker: a CDI bean whose {@link Job} methods are offered to the job servers as functions.
 *
 * <p>Legal on a concrete class that CDI can make a bean of. It is a stereotype without a scope, so that a worker is
 * {@code @Dependent} unless it says otherwise: every slot then has an instance of its own, which is destroyed when the
 * slot is recycled. A wider scope is honoured; its instance is shared by all slots and must be thread-safe. Session
 * beans and {@code @Job} methods that are private or static are deployment errors.
 *
 * <p>Every numeric attribute may be {@link #INHERIT}: the value then comes from configuration. Zero is a value of its
 * own and overrides a configured one. Any other negative number is a deployment error. The order, strongest first:
 * {@code gearman.jobs.<name>.*}, {@link Job}, {@code gearman.workers.<name>.*}, {@code Work},
 * {@code gearman.defaults.*}, built-in.
 *
 * <pre>{@code
 * @Work(description = "Makes images smaller")
 * public class Thumbnails {
 *     @Job
 *     public Thumbnail scale(ScaleRequest request) { … }
 * }
 * }</pre>
 */
@Stereotype
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Work {

    /** The value of a numeric attribute that is not set here. */
    int INHERIT = -1;

    /** {@return the name of the worker; empty: the class name} */
    String name() default "";

    /** {@return a line for listings} */
    String description() default "";

    /** {@return the {@code @Named} name of the bean to use, where several beans match; empty: the only one} */
    String service() default "";

    /** {@return how many jobs the worker begins, over all slots and servers, before it is recycled; 0: no limit} */
    int iterations() default INHERIT;

    /** {@return the seconds that a run of the worker lasts at least, even when it reached a limit before} */
    int minimumExecutionTime() default INHERIT;

    /** {@return the seconds without any job after which the worker is recycled; 0: never} */
    int timeout() default INHERIT;

    /** {@return how many jobs run at the same time; at least 1, built-in default 1} */
    int concurrency() default INHERIT;

    /** {@return the seconds after which a running job is failed and interrupted; 0: never} */
    int executionTimeout() default INHERIT;

    /** {@return the job servers of this worker, in place of the configured ones; empty: the configured ones} */
    Server[] servers() default {};

    /** {@return how {@link GearmanClient#callJob} submits jobs of this worker} */
    SubmitMethod defaultMethod() default SubmitMethod.DEFAULT;
}
