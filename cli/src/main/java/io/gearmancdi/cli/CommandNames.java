package io.gearmancdi.cli;

/** The names of the commands, and the manual's longer ones. */
final class CommandNames {

    static final String WORKER_LIST = "worker:list";
    static final String WORKER_DESCRIBE = "worker:describe";
    static final String WORKER_EXECUTE = "worker:execute";
    static final String JOB_DESCRIBE = "job:describe";
    static final String JOB_EXECUTE = "job:execute";
    static final String JOB_SUBMIT = "job:submit";
    static final String JOB_CANCEL = "job:cancel";
    static final String SERVER_STATUS = "server:status";
    static final String SERVER_WORKERS = "server:workers";
    static final String CACHE_CLEAR = "cache:clear";
    static final String CACHE_WARMUP = "cache:warmup";

    private static final String PREFIX = "gearman:";
    private static final String OF_CACHE = "cache:";

    private CommandNames() {}

    /** The name without {@code gearman:}, at its begin or after {@code cache:}. */
    static String plain(String name) {
        if (name.startsWith(PREFIX)) {
            return name.substring(PREFIX.length());
        }
        return name.startsWith(OF_CACHE + PREFIX)
                ? OF_CACHE + name.substring(OF_CACHE.length() + PREFIX.length())
                : name;
    }
}
