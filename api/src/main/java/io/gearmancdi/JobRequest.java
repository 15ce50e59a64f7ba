package io.gearmancdi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One submission to be: which job, with what, how. Immutable; every method that sets something returns a new request.
 *
 * <p>The workload is encoded by its run-time type: {@code null} becomes no bytes; {@code byte[]}, {@code ByteBuffer}
 * and {@code CharSequence} go out as they are, text in UTF-8 and without quotes; a {@link Workload} as it says;
 * everything else as JSON. Arrays are not copied: they must stay unchanged until the call returns or its stage ends.
 */
public final class JobRequest {

    private final String job;
    private final @Nullable Object workload;
    private final SubmitMethod method;
    private final UniqueRule uniqueRule;
    private final @Nullable String unique;
    private final @Nullable Duration timeout;
    private final @Nullable Instant notBefore;
    private final @Nullable Object context;

    private JobRequest(
            String job,
            @Nullable Object workload,
            SubmitMethod method,
            UniqueRule uniqueRule,
            @Nullable String unique,
            @Nullable Duration timeout,
            @Nullable Instant notBefore,
            @Nullable Object context) {
        this.job = job;
        this.workload = workload;
        this.method = method;
        this.uniqueRule = uniqueRule;
        this.unique = unique;
        this.timeout = timeout;
        this.notBefore = notBefore;
        this.context = context;
    }

    /**
     * A request with nothing but a name and a workload.
     *
     * @param job the job's name without prefix, or the exact function on a {@link GearmanClient#foreign() foreign}
     *     client
     * @param workload what the job gets
     * @return the request
     * @throws IllegalArgumentException if the workload is a {@link JobOption}: an argument slipped one place
     */
    public static JobRequest of(String job, @Nullable Object workload) {
        if (workload instanceof JobOption) {
            throw new IllegalArgumentException(
                    "A JobOption stands where the workload of '" + job + "' belongs; pass null for no workload");
        }
        return new JobRequest(job, workload, SubmitMethod.DEFAULT, UniqueRule.CONFIGURED, null, null, null, null);
    }

    /**
     * Applies options in their order.
     *
     * @param options what to change
     * @return the changed request
     */
    public JobRequest with(JobOption... options) {
        var request = this;
        for (var option : options) {
            request = option.applyTo(request);
        }
        return request;
    }

    /**
     * Sets foreground or background and the priority.
     *
     * @param method the method
     * @return the changed request
     */
    public JobRequest method(SubmitMethod method) {
        return new JobRequest(job, workload, method, uniqueRule, unique, timeout, notBefore, context);
    }

    /**
     * Gives the unique: while a job of this function with this unique is queued or runs, the server starts no other.
     *
     * @param unique 1 to 63 bytes in UTF-8, no NUL; checked at submission
     * @return the changed request
     */
    public JobRequest unique(String unique) {
        return new JobRequest(job, workload, method, UniqueRule.GIVEN, unique, timeout, notBefore, context);
    }

    /**
     * Makes equal jobs one, whatever the configuration says.
     *
     * @return the changed request
     */
    public JobRequest uniqueByContent() {
        return new JobRequest(job, workload, method, UniqueRule.CONTENT, null, timeout, notBefore, context);
    }

    /**
     * Keeps equal jobs apart, whatever the configuration says.
     *
     * @return the changed request
     */
    public JobRequest uniqueAtRandom() {
        return new JobRequest(job, workload, method, UniqueRule.RANDOM, null, timeout, notBefore, context);
    }

    /**
     * Sends no unique. Background jobs get a random one all the same: persistent queues store them under it.
     *
     * @return the changed request
     */
    public JobRequest withoutUnique() {
        return new JobRequest(job, workload, method, UniqueRule.NONE, null, timeout, notBefore, context);
    }

    /**
     * Sets how long the caller waits; the job goes on all the same.
     *
     * @param timeout the time; zero: for ever
     * @return the changed request
     * @throws IllegalArgumentException if negative
     */
    public JobRequest timeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout of '" + job + "' is negative: " + timeout);
        }
        return new JobRequest(job, workload, method, uniqueRule, unique, timeout, notBefore, context);
    }

    /**
     * Lets the job wait in the queue until then; background, normal priority only. Servers count whole seconds:
     * parts of one are rounded up.
     *
     * @param notBefore the time
     * @return the changed request
     */
    public JobRequest notBefore(Instant notBefore) {
        return new JobRequest(job, workload, method, uniqueRule, unique, timeout, notBefore, context);
    }

    /**
     * Attaches an object of the caller to every event of the submission. It never leaves the process.
     *
     * @param context any object
     * @return the changed request
     */
    public JobRequest context(Object context) {
        return new JobRequest(job, workload, method, uniqueRule, unique, timeout, notBefore, context);
    }

    /** {@return the job's name without prefix, or the exact function on a foreign client} */
    public String job() {
        return job;
    }

    /** {@return what the job gets, not yet encoded} */
    public Optional<Object> workload() {
        return Optional.ofNullable(workload);
    }

    /** {@return foreground or background, and the priority} */
    public SubmitMethod method() {
        return method;
    }

    /** {@return where the unique comes from} */
    public UniqueRule uniqueRule() {
        return uniqueRule;
    }

    /** {@return the caller's unique, if the rule is {@link UniqueRule#GIVEN}} */
    public Optional<String> unique() {
        return Optional.ofNullable(unique);
    }

    /** {@return how long the caller waits; empty: as configured} */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** {@return when the job may run; empty: at once} */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    /** {@return the object of the caller} */
    public Optional<Object> context() {
        return Optional.ofNullable(context);
    }
}
