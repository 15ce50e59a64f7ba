package io.gearmancdi.discovery;

/**
 * The keys of configuration that are no rung of the ladder; those are {@link Attribute}s. Parts in angle brackets stand
 * for a name of the application's own.
 */
public enum Key {
    /** Job servers of the client, and of workers that name none. */
    SERVERS("gearman.servers", "127.0.0.1:4730", "host:port, …; an IPv6 host in brackets"),
    /** The host of one job server. */
    SERVER_HOST("gearman.servers.<id>.host", "127.0.0.1", "host of one job server, the other form of gearman.servers"),
    /** The port of one job server. */
    SERVER_PORT("gearman.servers.<id>.port", "4730", "its port"),
    /** Whether workers start with the application. */
    AUTOSTART("gearman.autostart", "true", "whether workers start with the application"),
    /** The largest packet. */
    MAX_PACKET_SIZE("gearman.max-packet-size", "16777216", "the largest body of a packet in bytes, both directions"),
    /** How many bytes may wait to be written. */
    MAX_BUFFER_SIZE("gearman.max-buffer-size", "67108864", "bytes of one connection that may wait to be written"),
    /** What becomes of a running job whose connection is lost. */
    ON_CONNECTION_LOSS(
            "gearman.on-connection-loss",
            "finish",
            "interrupt or finish: a running job whose connection is lost; its result goes nowhere"),
    /** Whether a job server is started inside the process. */
    EMBEDDED_SERVER(
            "gearman.embedded-server", "never", "never, always, or auto: where nothing listens on the first server"),
    /** Where the embedded job server keeps background jobs. */
    EMBEDDED_SERVER_STORE(
            "gearman.embedded-server.store",
            "",
            "the directory in which it keeps background jobs; none: in memory alone"),
    /** When they are forced to the disk. */
    EMBEDDED_SERVER_FLUSH(
            "gearman.embedded-server.flush", "each", "each, interval or none: when it forces them to the disk"),
    /** How often. */
    EMBEDDED_SERVER_FLUSH_INTERVAL(
            "gearman.embedded-server.flush-interval", "PT1S", "how often it does, where flush is interval"),
    /** How long the stop waits for running jobs. */
    SHUTDOWN_TIMEOUT("gearman.shutdown.timeout", "PT25S", "how long the stop waits for running jobs"),
    /** How long a connection may be silent. */
    HEARTBEAT("gearman.heartbeat", "PT30S", "how long a connection may be silent before it is tried; 0: never"),
    /** How often idle workers ask unasked. */
    POLL_INTERVAL("gearman.poll-interval", "PT0.5S", "how often an idle worker asks for delayed jobs"),
    /** Where the console keeps what it has found. */
    CACHE(
            "gearman.cache",
            "file",
            "file, memory or off: where the console keeps what it has found; off in development"),
    /** The directory of the console's cache. */
    CACHE_DIRECTORY(
            "gearman.cache.directory",
            "",
            "the directory of that cache; none: gearman-cdi in the user's own for caches"),
    /** The JNDI name of the executor. */
    EXECUTOR_NAME(
            "gearman.executor.name",
            "java:comp/DefaultManagedExecutorService",
            "JNDI name of the executor that runs jobs"),
    /** Whether jobs run on virtual threads. */
    EXECUTOR_VIRTUAL("gearman.executor.virtual", "false", "whether jobs run on virtual threads instead; needs Java 21"),
    /** How long a caller waits. */
    CLIENT_TIMEOUT("gearman.client.timeout", "PT5M", "how long a caller waits; 0: for ever"),
    /** How long connecting may take. */
    CLIENT_CONNECT_TIMEOUT(
            "gearman.client.connect-timeout",
            "PT5S",
            "how long the making of a connection may take, and how long a server may owe an answer before others are"
                    + " asked first"),
    /** How many submissions may be outstanding. */
    CLIENT_MAX_PENDING("gearman.client.max-pending", "100000", "outstanding submissions of one connection"),
    /** What a submission does that finds no room. */
    CLIENT_WHEN_FULL(
            "gearman.client.when-full", "wait", "wait or fail: a submission beyond max-pending or max-buffer-size"),
    /** How large a result may grow. */
    CLIENT_MAX_RESULT_SIZE("gearman.client.max-result-size", "67108864", "the largest joined result in bytes"),
    /** Whether connections are secure. */
    TLS_ENABLED("gearman.tls.enabled", "false", "whether all connections use TLS 1.2 or 1.3; never plain ones then"),
    /** Whom to trust. */
    TLS_TRUST("gearman.tls.trust", "", "authorities: PEM, PKCS12 or JKS; none: those of Java"),
    /** The password of the trust store. */
    TLS_TRUST_PASSWORD("gearman.tls.trust-password", "", "password of that store"),
    /** The own certificate. */
    TLS_CERTIFICATE("gearman.tls.certificate", "", "own certificate and chain: PEM, or a key store with its key"),
    /** The own key. */
    TLS_KEY("gearman.tls.key", "", "its key, PKCS#8 in PEM; none: in the file of the certificate"),
    /** The password of the key. */
    TLS_KEY_PASSWORD("gearman.tls.key-password", "", "password of the key or its store"),
    /** Whether host names are checked. */
    TLS_VERIFY_HOST("gearman.tls.verify-host", "true", "false gives up that a certificate is for the server's host"),
    /** The first wait before reconnecting. */
    RECONNECT_INITIAL_DELAY("gearman.reconnect.initial-delay", "PT0.1S", "the first wait before reconnecting"),
    /** The longest wait before reconnecting. */
    RECONNECT_MAX_DELAY("gearman.reconnect.max-delay", "PT30S", "the longest wait before reconnecting"),
    /** The package of a bundle. */
    BUNDLE_NAME("gearman.bundles.<id>.name", "", "a package; with bundles, only workers of active ones are offered"),
    /** Whether the workers of a bundle are offered. */
    BUNDLE_ACTIVE("gearman.bundles.<id>.active", "true", "whether the bundle's workers are offered"),
    /** The only sub-packages of a bundle. */
    BUNDLE_INCLUDE("gearman.bundles.<id>.include", "", "the only sub-packages, relative to name; none: all"),
    /** The sub-packages left out of a bundle. */
    BUNDLE_IGNORE("gearman.bundles.<id>.ignore", "", "sub-packages left out, relative to name; stronger than include"),
    /** Whether events are fired. */
    DEFAULTS_CALLBACKS("gearman.defaults.callbacks", "true", "whether events are fired"),
    /** What all function names start with. */
    DEFAULTS_JOB_PREFIX("gearman.defaults.job-prefix", "", "what all function names start with"),
    /** Whether equal jobs become one. */
    DEFAULTS_GENERATE_UNIQUE_KEY(
            "gearman.defaults.generate-unique-key", "true", "whether equal jobs without a unique become one");

    private final String pattern;
    private final String builtIn;
    private final String meaning;

    Key(String pattern, String builtIn, String meaning) {
        this.pattern = pattern;
        this.builtIn = builtIn;
        this.meaning = meaning;
    }

    /** {@return the key, with names in angle brackets} */
    public String pattern() {
        return pattern;
    }

    /** {@return the value where nothing is set} */
    public String builtIn() {
        return builtIn;
    }

    /** {@return what it is for} */
    public String meaning() {
        return meaning;
    }

    /**
     * Fills in a name.
     *
     * @param id stands in place of the angle brackets
     * @return the key
     */
    String of(String id) {
        return pattern.replace("<id>", id);
    }
}
