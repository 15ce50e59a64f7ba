package io.gearmancdi;

import java.time.Duration;
import java.util.List;

/**
 * How a worker runs, or one of its jobs when it runs alone. Immutable; every method that sets something returns new
 * settings.
 */
public final class WorkerSettings {

    private static final WorkerSettings DEFAULTS = new WorkerSettings(new Values());

    private final int concurrency;
    private final int prefetch;
    private final int iterations;
    private final Duration minimumExecutionTime;
    private final Duration timeout;
    private final Duration executionTimeout;
    private final LimitPolicy onLimit;
    private final ExceptionPolicy onException;
    private final boolean autostart;
    private final List<ServerAddress> servers;

    private WorkerSettings(Values values) {
        this.concurrency = values.concurrency;
        this.prefetch = values.prefetch;
        this.iterations = values.iterations;
        this.minimumExecutionTime = values.minimumExecutionTime;
        this.timeout = values.timeout;
        this.executionTimeout = values.executionTimeout;
        this.onLimit = values.onLimit;
        this.onException = values.onException;
        this.autostart = values.autostart;
        this.servers = values.servers;
    }

    /**
     * One slot, no limits, the configured servers.
     *
     * @return what holds where nothing is set
     */
    public static WorkerSettings defaults() {
        return DEFAULTS;
    }

    /**
     * Sets how many jobs run at the same time; at least 1.
     *
     * @param concurrency the new value
     * @return the changed settings
     * @throws IllegalArgumentException if less than 1
     */
    public WorkerSettings withConcurrency(int concurrency) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is " + concurrency + ", less than 1");
        }
        var changed = new Values(this);
        changed.concurrency = concurrency;
        return new WorkerSettings(changed);
    }

    /**
     * Sets how many jobs are asked for beyond those that can run at once; at least 0, which is the default. The answers
     * of the server need not be awaited then, so very short jobs run several times as fast. The price is paid by
     * others: a job that waits here can be run by no other worker, however free that is.
     *
     * @param prefetch the new value
     * @return the changed settings
     * @throws IllegalArgumentException if less than 0
     */
    public WorkerSettings withPrefetch(int prefetch) {
        if (prefetch < 0) {
            throw new IllegalArgumentException("prefetch is " + prefetch + ", less than 0");
        }
        var changed = new Values(this);
        changed.prefetch = prefetch;
        return new WorkerSettings(changed);
    }

    /**
     * Sets how many jobs are begun before the limit is reached; 0: no limit.
     *
     * @param iterations the new value
     * @return the changed settings
     * @throws IllegalArgumentException if less than 0
     */
    public WorkerSettings withIterations(int iterations) {
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations is " + iterations + ", less than 0");
        }
        var changed = new Values(this);
        changed.iterations = iterations;
        return new WorkerSettings(changed);
    }

    /**
     * Sets how long a run lasts at least.
     *
     * @param minimumExecutionTime the new value
     * @return the changed settings
     * @throws IllegalArgumentException if negative
     */
    public WorkerSettings withMinimumExecutionTime(Duration minimumExecutionTime) {
        if (minimumExecutionTime.isNegative()) {
            throw new IllegalArgumentException("minimumExecutionTime is negative: " + minimumExecutionTime);
        }
        var changed = new Values(this);
        changed.minimumExecutionTime = minimumExecutionTime;
        return new WorkerSettings(changed);
    }

    /**
     * Sets how long without any job until the limit is reached; zero: for ever.
     *
     * @param timeout the new value
     * @return the changed settings
     * @throws IllegalArgumentException if negative
     */
    public WorkerSettings withTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout is negative: " + timeout);
        }
        var changed = new Values(this);
        changed.timeout = timeout;
        return new WorkerSettings(changed);
    }

    /**
     * Sets how long one job may run before it is failed and interrupted; zero: for ever.
     *
     * @param executionTimeout the new value
     * @return the changed settings
     * @throws IllegalArgumentException if negative
     */
    public WorkerSettings withExecutionTimeout(Duration executionTimeout) {
        if (executionTimeout.isNegative()) {
            throw new IllegalArgumentException("executionTimeout is negative: " + executionTimeout);
        }
        var changed = new Values(this);
        changed.executionTimeout = executionTimeout;
        return new WorkerSettings(changed);
    }

    /**
     * Sets what happens at a limit.
     *
     * @param onLimit the new value
     * @return the changed settings
     */
    public WorkerSettings withOnLimit(LimitPolicy onLimit) {
        var changed = new Values(this);
        changed.onLimit = onLimit;
        return new WorkerSettings(changed);
    }

    /**
     * Sets what clients get when a job throws.
     *
     * @param onException the new value
     * @return the changed settings
     */
    public WorkerSettings withOnException(ExceptionPolicy onException) {
        var changed = new Values(this);
        changed.onException = onException;
        return new WorkerSettings(changed);
    }

    /**
     * Sets whether the worker starts with the application.
     *
     * @param autostart the new value
     * @return the changed settings
     */
    public WorkerSettings withAutostart(boolean autostart) {
        var changed = new Values(this);
        changed.autostart = autostart;
        return new WorkerSettings(changed);
    }

    /**
     * Sets the job servers; empty: the configured ones.
     *
     * @param servers the new value
     * @return the changed settings
     */
    public WorkerSettings withServers(List<ServerAddress> servers) {
        var changed = new Values(this);
        changed.servers = List.copyOf(servers);
        return new WorkerSettings(changed);
    }

    /** {@return how many jobs run at the same time; at least 1} */
    public int concurrency() {
        return concurrency;
    }

    /** {@return how many jobs are asked for beyond those that can run at once} */
    public int prefetch() {
        return prefetch;
    }

    /** {@return how many jobs are begun before the limit is reached; 0: no limit} */
    public int iterations() {
        return iterations;
    }

    /** {@return how long a run lasts at least} */
    public Duration minimumExecutionTime() {
        return minimumExecutionTime;
    }

    /** {@return how long without any job until the limit is reached; zero: for ever} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return how long one job may run before it is failed and interrupted; zero: for ever} */
    public Duration executionTimeout() {
        return executionTimeout;
    }

    /** {@return what happens at a limit} */
    public LimitPolicy onLimit() {
        return onLimit;
    }

    /** {@return what clients get when a job throws} */
    public ExceptionPolicy onException() {
        return onException;
    }

    /** {@return whether the worker starts with the application} */
    public boolean autostart() {
        return autostart;
    }

    /** {@return the job servers; empty: the configured ones} */
    public List<ServerAddress> servers() {
        return servers;
    }

    /** What settings are made of, as long as it may be changed. */
    private static final class Values {
        private int concurrency = 1;
        private int prefetch;
        private int iterations;
        private Duration minimumExecutionTime = Duration.ZERO;
        private Duration timeout = Duration.ZERO;
        private Duration executionTimeout = Duration.ZERO;
        private LimitPolicy onLimit = LimitPolicy.RECYCLE;
        private ExceptionPolicy onException = ExceptionPolicy.EXCEPTION;
        private boolean autostart = true;
        private List<ServerAddress> servers = List.of();

        Values() {}

        Values(WorkerSettings from) {
            concurrency = from.concurrency;
            prefetch = from.prefetch;
            iterations = from.iterations;
            minimumExecutionTime = from.minimumExecutionTime;
            timeout = from.timeout;
            executionTimeout = from.executionTimeout;
            onLimit = from.onLimit;
            onException = from.onException;
            autostart = from.autostart;
            servers = from.servers;
        }
    }
}
