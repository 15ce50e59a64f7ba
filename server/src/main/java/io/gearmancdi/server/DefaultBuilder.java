package io.gearmancdi.server;

import io.gearmancdi.TlsSettings;
import io.gearmancdi.protocol.tls.TlsFiles;
import io.gearmancdi.protocol.tls.TlsIdentity;
import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.EngineSettings;
import io.gearmancdi.server.net.EventLoop;
import io.gearmancdi.server.net.Limits;
import io.gearmancdi.server.net.TlsPort;
import io.gearmancdi.server.store.FileStore;
import io.gearmancdi.server.store.JobStore;
import io.gearmancdi.spi.FlushPolicy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class DefaultBuilder implements EmbeddedJobServer.Builder {
    private static final int MIB = 1024 * 1024;
    private static final int LINE = 8192;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_PREFIX = 39;
    private static final int DELETE = 0x7f;

    private String host = "127.0.0.1";
    private int port = EmbeddedJobServer.DEFAULT_PORT;
    private @Nullable TlsSettings tls;
    private ClientAuth clientAuth = ClientAuth.NONE;
    private int maxPacketSize = 16 * MIB;
    private long maxOutput = clamped(Runtime.getRuntime().maxMemory() / 8, 32L * MIB, 256L * MIB);
    private long maxQueueBytes = Runtime.getRuntime().maxMemory() / 5 * 2;
    private int maxFunctionLength = 512;
    private int maxFunctions = 100_000;
    private int maxConnections = 10_000;
    private int backlog = 1024;
    private long handshakeTimeout = Duration.ofMinutes(1).toMillis();
    private long idleTimeout;
    private int jobTries;
    private int wakeUps = EngineSettings.AS_NEEDED;
    private boolean exceptions;
    private boolean roundRobin;
    private boolean shutdownCommand;
    private boolean localOperators;
    private @Nullable Path store;
    private FlushPolicy flush = FlushPolicy.EACH;
    private long flushInterval = 1000;
    private String handlePrefix = "H:" + HostName.ofThisMachine();

    @Override
    public EmbeddedJobServer.Builder host(String host) {
        this.host = Objects.requireNonNull(host);
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder port(int port) {
        check(port >= 0 && port <= HIGHEST_PORT, "port", port);
        this.port = port;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder tls(TlsSettings settings) {
        this.tls = settings;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder clientAuth(ClientAuth wanted) {
        this.clientAuth = wanted;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder maxPacketSize(int bytes) {
        check(bytes > 0, "maxPacketSize", bytes);
        this.maxPacketSize = bytes;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder maxOutput(long bytes) {
        check(bytes > 0, "maxOutput", bytes);
        this.maxOutput = bytes;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder jobTries(int tries) {
        check(tries >= 0, "jobTries", tries);
        this.jobTries = tries;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder wakeUps(int workers) {
        check(workers >= 0, "wakeUps", workers);
        this.wakeUps = workers;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder exceptions(boolean forAll) {
        this.exceptions = forAll;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder roundRobin(boolean turns) {
        this.roundRobin = turns;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder handlePrefix(String prefix) {
        boolean visible = prefix.chars().allMatch(character -> character > ' ' && character < DELETE);
        if (prefix.isEmpty() || prefix.length() > LONGEST_PREFIX || !visible) {
            throw new IllegalArgumentException(
                    "handlePrefix must be 1 to " + LONGEST_PREFIX + " visible characters of ASCII");
        }
        this.handlePrefix = prefix;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder shutdownCommand(boolean allowed) {
        this.shutdownCommand = allowed;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder localOperators(boolean only) {
        this.localOperators = only;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder maxQueueBytes(long bytes) {
        check(bytes > 0, "maxQueueBytes", bytes);
        this.maxQueueBytes = bytes;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder maxFunctionLength(int bytes) {
        check(bytes > 0, "maxFunctionLength", bytes);
        this.maxFunctionLength = bytes;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder maxFunctions(int functions) {
        check(functions > 0, "maxFunctions", functions);
        this.maxFunctions = functions;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder maxConnections(int connections) {
        check(connections > 0, "maxConnections", connections);
        this.maxConnections = connections;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder backlog(int connections) {
        check(connections > 0, "backlog", connections);
        this.backlog = connections;
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder handshakeTimeout(Duration timeout) {
        check(!timeout.isNegative(), "handshakeTimeout", timeout.toMillis());
        this.handshakeTimeout = timeout.toMillis();
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder idleTimeout(Duration timeout) {
        check(!timeout.isNegative(), "idleTimeout", timeout.toMillis());
        this.idleTimeout = timeout.toMillis();
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder store(Path directory) {
        this.store = Objects.requireNonNull(directory);
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder flush(FlushPolicy policy) {
        this.flush = Objects.requireNonNull(policy);
        return this;
    }

    @Override
    public EmbeddedJobServer.Builder flushInterval(Duration interval) {
        check(interval.toMillis() > 0, "flushInterval", interval.toMillis());
        this.flushInterval = interval.toMillis();
        return this;
    }

    @Override
    public EmbeddedJobServer start() throws IOException {
        var kept = store == null ? JobStore.none() : FileStore.open(store, flush, flushInterval);
        try {
            var engine = new Engine(settings(), kept);
            engine.skipTo(kept.lastNumber());
            long now = System.currentTimeMillis();
            kept.recover((job, place) -> engine.restore(job, place, now));
            return RunningServer.start(loop(engine, kept));
        } catch (IOException | RuntimeException e) {
            kept.close();
            throw e;
        }
    }

    EngineSettings settings() {
        return new EngineSettings(
                handlePrefix + ':',
                version(),
                ProcessHandle.current().pid(),
                jobTries,
                wakeUps,
                exceptions,
                roundRobin,
                shutdownCommand,
                maxPacketSize,
                maxQueueBytes,
                maxFunctionLength,
                maxFunctions);
    }

    Limits limits() {
        long heap = Runtime.getRuntime().maxMemory();
        return new Limits(
                maxPacketSize,
                LINE,
                maxOutput,
                Math.max(maxOutput, heap / 3),
                heap / 8,
                maxConnections,
                backlog,
                handshakeTimeout,
                idleTimeout,
                Limits.LINGER_MILLIS,
                localOperators);
    }

    private EventLoop loop(Engine engine, JobStore kept) throws IOException {
        return new EventLoop(
                new InetSocketAddress(host, port),
                engine,
                kept,
                limits(),
                tls == null ? null : tlsPort(tls),
                InstantSource.system());
    }

    private TlsPort tlsPort(TlsSettings settings) throws IOException {
        if (settings.certificate().isEmpty()) {
            throw new IOException(
                    "A server needs a certificate for TLS: TlsSettings.withCertificate, or --ssl-certificate");
        }
        if (clientAuth != ClientAuth.NONE && settings.trust().isEmpty()) {
            throw new IOException("Whose certificates of clients are good? TlsSettings.withTrust, or --ssl-ca-file");
        }
        var files = new TlsFiles(
                settings.trust(),
                settings.trustPassword(),
                settings.certificate(),
                settings.key(),
                settings.keyPassword());
        var identity = new TlsIdentity(files, TlsPort::unreadable);
        return new TlsPort(identity, clientAuth == ClientAuth.WANT, clientAuth == ClientAuth.NEED);
    }

    private static long clamped(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }

    static String version() {
        var version = EmbeddedJobServer.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    private static void check(boolean valid, String name, long value) {
        if (!valid) {
            throw new IllegalArgumentException(name + " out of range: " + value);
        }
    }
}
