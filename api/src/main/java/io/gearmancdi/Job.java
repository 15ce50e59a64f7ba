package io.gearmancdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a {@link Work} class a job: a function that the job servers hand work to.
 *
 * <p>Legal signatures: no parameter, or one of {@code GearmanJob}, {@code byte[]}, {@code String} or any type that
 * JSON-B can read; a typed parameter may stand beside a {@code GearmanJob}, in either order. Any return type:
 * {@code void} and {@code null} become an empty result, {@code byte[]} and text go out as they are, everything else as
 * JSON; a {@code CompletionStage} ends the job when it ends. Private and static methods, and two jobs with one function
 * name, are deployment errors. On an interface method the annotation is ignored.
 *
 * <p>The method runs on the application's executor with a request context of its own. It must end: endless loops belong
 * elsewhere. What it throws fails its own job and nothing else: {@link JobFailure} becomes WORK_FAIL, everything else
 * WORK_EXCEPTION.
 *
 * <p>Attributes follow the rules of {@link Work}; they override those of the worker.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Job {

    /** {@return the name of the job; empty: the method's name} */
    String name() default "";

    /**
     * The exact function name on the wire, without prefix and worker name: to take over a function that other programs
     * already submit to.
     *
     * @return the function; empty: prefix, callable name of the worker, {@code ~}, name of the job
     */
    String function() default "";

    /** {@return a line for listings} */
    String description() default "";

    /** {@return how many jobs a run of this job alone begins; 0: no limit} */
    int iterations() default Work.INHERIT;

    /** {@return the seconds that a run of this job alone lasts at least} */
    int minimumExecutionTime() default Work.INHERIT;

    /** {@return the seconds without a job after which a run of this job alone ends; 0: never} */
    int timeout() default Work.INHERIT;

    /** {@return the seconds after which the running job is failed and interrupted; 0: never} */
    int executionTimeout() default Work.INHERIT;

    /** {@return the only job servers that this job is offered on; empty: those of the worker} */
    Server[] servers() default {};

    /** {@return how {@link GearmanClient#callJob} submits this job} */
    SubmitMethod defaultMethod() default SubmitMethod.DEFAULT;
}
