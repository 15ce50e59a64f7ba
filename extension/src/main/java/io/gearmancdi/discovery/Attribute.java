package io.gearmancdi.discovery;

/** What can be set on the ladder: for a job, for a worker and for all. */
public enum Attribute {
    /** How many jobs are begun before the limit. */
    ITERATIONS("iterations", "0", "jobs begun before the limit; 0: no limit"),
    /** How long a run lasts at least. */
    MINIMUM_EXECUTION_TIME("minimum-execution-time", "0", "how long a run lasts at least"),
    /** How long without a job before the limit. */
    TIMEOUT("timeout", "0", "time without a job before the limit; 0: never"),
    /** How long one job may run. */
    EXECUTION_TIMEOUT("execution-timeout", "0", "how long one job may run; 0: for ever"),
    /** How many jobs run at the same time. */
    CONCURRENCY("concurrency", "1", "jobs that run at the same time"),
    /** How many jobs are asked for beyond those that run. */
    PREFETCH("prefetch", "0", "jobs asked for beyond those that run"),
    /** How {@code callJob} submits. */
    METHOD("method", "doNormal", "how callJob submits"),
    /** The servers it is offered on. */
    SERVERS("servers", "", "job servers in place of gearman.servers"),
    /** What happens at a limit. */
    ON_LIMIT("on-limit", "recycle", "recycle or stop, at a limit"),
    /** What clients get when a job throws. */
    ON_EXCEPTION("on-exception", "exception", "exception, or fail: a warning and WORK_FAIL"),
    /** Whether the worker starts with the application. */
    AUTOSTART("autostart", "true", "whether the worker starts with the application"),
    /** Whether a job runs as a worker of its own. */
    STANDALONE("standalone", "false", "whether the job runs as a worker of its own, under its own limits"),
    /** Whether names of workers begin with their package. */
    PREPEND_NAMESPACE("workers-name-prepend-namespace", "true", "whether the name of a worker begins with its package");

    private final String suffix;
    private final String builtIn;
    private final String meaning;

    Attribute(String suffix, String builtIn, String meaning) {
        this.suffix = suffix;
        this.builtIn = builtIn;
        this.meaning = meaning;
    }

    /** {@return the last part of the key} */
    public String suffix() {
        return suffix;
    }

    /** {@return the value where nothing is set} */
    public String builtIn() {
        return builtIn;
    }

    /** {@return what it is for} */
    public String meaning() {
        return meaning;
    }

    boolean isOn(Level level) {
        return switch (this) {
            case SERVERS -> level != Level.DEFAULTS;
            case AUTOSTART -> level == Level.WORKERS;
            case STANDALONE -> level == Level.JOBS;
            case PREPEND_NAMESPACE -> level != Level.JOBS;
            default -> true;
        };
    }

    /** Where configuration sets an attribute. */
    enum Level {
        /** For everything. */
        DEFAULTS("gearman.defaults."),
        /** For one worker. */
        WORKERS("gearman.workers."),
        /** For one job. */
        JOBS("gearman.jobs.");

        private final String prefix;

        Level(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }
}
