package io.gearmancdi.server.main;

import io.gearmancdi.TlsSettings;
import io.gearmancdi.server.ClientAuth;
import io.gearmancdi.server.EmbeddedJobServer;
import io.gearmancdi.spi.FlushPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the server should be like. Names are those of gearmand where it has the option. */
final class ServerOptions {
    @Option(
            names = {"-p", "--port"},
            defaultValue = "4730",
            description = "Port to listen on; 0: any free one. Default: ${DEFAULT-VALUE}.")
    int port;

    @Option(
            names = {"-L", "--listen"},
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on; 0.0.0.0: all. There is no authentication: whoever reaches the port may do"
                            + " anything. Default: ${DEFAULT-VALUE}.")
    String listen;

    @Option(
            names = {"-b", "--backlog"},
            description = "Connections that may wait to be accepted. Default: 1024.")
    @Nullable
    Integer backlog;

    @Option(names = "--exceptions", description = "Send exceptions of workers to all clients.")
    boolean exceptions;

    @Option(
            names = {"-j", "--job-retries"},
            description = "Workers that a job may lose before it fails; 0: any number. Default: 0.")
    @Nullable
    Integer jobRetries;

    @Option(names = "--job-handle-prefix", description = "What handles begin with. Default: H:<host name>.")
    @Nullable
    String jobHandlePrefix;

    @Option(
            names = {"-R", "--round-robin"},
            description = "Let the functions of a worker take turns.")
    boolean roundRobin;

    @Option(
            names = {"-w", "--worker-wakeup"},
            description = "Sleeping workers that a job wakes; 0: all. Default: one, and all where it does not come.")
    @Nullable
    Integer workerWakeup;

    @Option(names = "--max-packet-size", description = "Largest body of a packet in bytes. Default: 16777216.")
    @Nullable
    Integer maxPacketSize;

    @Option(
            names = "--max-output",
            description = "Bytes that may wait for a peer that reads nothing for 3 s. Default: an eighth of the heap.")
    @Nullable
    Long maxOutput;

    @Option(
            names = "--max-queue-bytes",
            description = "Bytes that all jobs may take up. Default: two fifths of the heap.")
    @Nullable
    Long maxQueueBytes;

    @Option(names = "--max-connections", description = "Connections at the same time. Default: 10000.")
    @Nullable
    Integer maxConnections;

    @Option(names = "--max-functions", description = "Functions that may be named. Default: 100000.")
    @Nullable
    Integer maxFunctions;

    @Option(names = "--max-function-length", description = "Longest name of a function in bytes. Default: 512.")
    @Nullable
    Integer maxFunctionLength;

    @Option(
            names = "--handshake-timeout",
            paramLabel = "SECONDS",
            description =
                    "How long a connection may be without a first request, and a large packet stand still; 0: for ever."
                            + " Default: 60.")
    @Nullable
    Integer handshakeTimeout;

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            description =
                    "How long a connection without jobs that does not sleep may be silent; 0: for ever. Default: 0.")
    @Nullable
    Integer idleTimeout;

    @Option(
            names = {"-q", "--queue-type"},
            defaultValue = "builtin",
            description =
                    "builtin: jobs are kept in memory; file: background jobs outlive the process. Default: builtin.")
    QueueType queueType;

    @Option(
            names = "--queue-directory",
            description = "Where --queue-type=file keeps them; for this server alone. Default: gearman-jobs.")
    @Nullable
    Path queueDirectory;

    @Option(
            names = "--queue-flush",
            description = "each: a job is accepted once it is forced to the disk; interval; none. Default: each.")
    @Nullable
    FlushPolicy queueFlush;

    @Option(
            names = "--queue-flush-interval",
            paramLabel = "MILLISECONDS",
            description = "How often --queue-flush=interval forces. Default: 1000.")
    @Nullable
    Integer queueFlushInterval;

    /** Where jobs are kept. */
    enum QueueType {
        BUILTIN,
        FILE
    }

    @Option(names = "--local-operators", description = "Answer text commands to this machine alone.")
    boolean localOperators;

    @Option(names = "--allow-shutdown", description = "Obey the text commands 'shutdown' and 'shutdown graceful'.")
    boolean allowShutdown;

    @Option(names = "--ssl", description = "Serve TLS alone; needs a certificate.")
    boolean ssl;

    @Option(names = "--ssl-ca-file", description = "Authorities of clients: PEM, PKCS12 or JKS.")
    @Nullable
    Path sslCaFile;

    @Option(names = "--ssl-certificate", description = "Certificate and chain: PEM, or a key store with its key.")
    @Nullable
    Path sslCertificate;

    @Option(names = "--ssl-key", description = "Its key, PKCS#8 in PEM. Default: in the file of the certificate.")
    @Nullable
    Path sslKey;

    @Option(names = "--ssl-key-password", description = "Password of the key; better given by the environment.")
    @Nullable
    String sslKeyPassword;

    @Option(
            names = "--ssl-client-auth",
            description = "Whether clients show a certificate: ${COMPLETION-CANDIDATES}. Default: NONE.")
    @Nullable
    ClientAuth sslClientAuth;

    EmbeddedJobServer.Builder applyTo(EmbeddedJobServer.Builder builder) {
        builder.host(listen).port(port).exceptions(exceptions).roundRobin(roundRobin);
        builder.localOperators(localOperators).shutdownCommand(allowShutdown);
        set(tls(), builder::tls);
        set(sslClientAuth, builder::clientAuth);
        set(backlog, builder::backlog);
        set(jobRetries, builder::jobTries);
        set(jobHandlePrefix, builder::handlePrefix);
        set(workerWakeup, builder::wakeUps);
        set(maxPacketSize, builder::maxPacketSize);
        set(maxOutput, builder::maxOutput);
        set(maxQueueBytes, builder::maxQueueBytes);
        set(maxConnections, builder::maxConnections);
        set(maxFunctions, builder::maxFunctions);
        set(maxFunctionLength, builder::maxFunctionLength);
        set(handshakeTimeout, seconds -> builder.handshakeTimeout(Duration.ofSeconds(seconds)));
        set(idleTimeout, seconds -> builder.idleTimeout(Duration.ofSeconds(seconds)));
        if (queueType == QueueType.FILE) {
            builder.store(queueDirectory == null ? Path.of("gearman-jobs") : queueDirectory);
        }
        set(queueFlush, builder::flush);
        set(queueFlushInterval, millis -> builder.flushInterval(Duration.ofMillis(millis)));
        return builder;
    }

    /** Files without --ssl are refused: nobody may believe that a plain port is secure. */
    private @Nullable TlsSettings tls() {
        if (!ssl) {
            if (Stream.of(sslCaFile, sslCertificate, sslKey, sslKeyPassword, sslClientAuth)
                    .anyMatch(Objects::nonNull)) {
                throw new IllegalArgumentException("--ssl-… without --ssl: add --ssl, or leave them out");
            }
            return null;
        }
        var settings = TlsSettings.defaults();
        settings = sslCaFile == null ? settings : settings.withTrust(sslCaFile);
        settings = sslCertificate == null ? settings : settings.withCertificate(sslCertificate);
        settings = sslKey == null ? settings : settings.withKey(sslKey);
        return sslKeyPassword == null ? settings : settings.withKeyPassword(sslKeyPassword);
    }

    private interface Setting<T> {
        EmbeddedJobServer.Builder set(T value);
    }

    private static <T> void set(@Nullable T value, Setting<T> setting) {
        if (value != null) {
            setting.set(value);
        }
    }
}
