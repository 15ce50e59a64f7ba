package io.gearmancdi.server;

import io.gearmancdi.TlsSettings;
import io.gearmancdi.spi.FlushPolicy;
import io.gearmancdi.spi.JobServerStatistics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A Gearman job server inside this process. It speaks the protocol of gearmand 1.1, binary and text, and keeps all jobs
 * in memory, background jobs also on disk where it is given a {@link Builder#store store}.
 *
 * <pre>{@code
 * try (var server = EmbeddedJobServer.builder().port(0).start()) {
 *     connectTo(server.host(), server.port());
 * }
 * }</pre>
 *
 * <p>One daemon thread serves all connections. All methods may be called by any thread.
 */
public interface EmbeddedJobServer extends AutoCloseable {
    /** The port of Gearman. */
    int DEFAULT_PORT = 4730;

    /**
     * Where the server listens.
     *
     * @return the address with the real port, also where port 0 was asked for
     */
    InetSocketAddress address();

    /**
     * The host part of {@link #address()}.
     *
     * @return an IP address
     */
    default String host() {
        return address().getAddress().getHostAddress();
    }

    /**
     * The port of {@link #address()}.
     *
     * @return 1 … 65535
     */
    default int port() {
        return address().getPort();
    }

    /**
     * How it does.
     *
     * @return the figures of this moment
     * @throws IllegalStateException once the server is closed
     */
    JobServerStatistics statistics();

    /**
     * Waits until the server has ended, by whatever: {@link #close}, {@link #drain}, or an operator's {@code shutdown}.
     *
     * @return whether it ended as it was told, and not by an error
     * @throws InterruptedException where the thread is interrupted
     */
    boolean awaitEnd() throws InterruptedException;

    /**
     * Stops in peace: no new connections, those that are there go on until the last job has ended, then all are closed
     * once what was answered is written. Who reads nothing for half a minute is not waited for; a delayed job is.
     *
     * @param within how long to wait for that, after which the server is closed all the same
     * @return whether every job has ended
     */
    boolean drain(Duration within);

    /**
     * Stops at once: all connections are closed, all jobs forgotten but those in a store, which is forced. Returns when
     * the thread has ended, which takes milliseconds without a store. Calling it again does nothing.
     */
    @Override
    void close();

    /**
     * A server with the defaults of {@link Builder}.
     *
     * @return a new builder
     */
    static Builder builder() {
        return new DefaultBuilder();
    }

    /**
     * What the server should be like. Not for concurrent use.
     */
    interface Builder {
        /**
         * The address to listen on, 127.0.0.1 unless set. The protocol knows no authentication: whoever reaches the
         * port may submit, run and cancel any job.
         *
         * @param host a name or an IP address of this machine
         * @return this
         */
        Builder host(String host);

        /**
         * The port to listen on, {@value EmbeddedJobServer#DEFAULT_PORT} unless set.
         *
         * @param port 0 … 65535; 0: any free one
         * @return this
         * @throws IllegalArgumentException where it is out of range
         */
        Builder port(int port);

        /**
         * Serves TLS alone, on the same port; plain unless set. Changed files are read again for new connections.
         *
         * @param settings the server's certificate, and for {@link #clientAuth} whom it trusts
         * @return this
         */
        Builder tls(TlsSettings settings);

        /**
         * Whether clients have to show a certificate of an authority in {@link TlsSettings#withTrust}; not unless set.
         *
         * @param wanted with {@link #tls} only
         * @return this
         */
        Builder clientAuth(ClientAuth wanted);

        /**
         * The largest packet that is accepted, 16 MiB unless set. A connection that announces a larger one is closed; a
         * job that no such packet could give to a worker, with its handle, is refused with {@code ARGUMENT_TOO_LARGE}.
         *
         * @param bytes the length of the body, positive
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder maxPacketSize(int bytes);

        /**
         * What may wait for a peer that does not read: an eighth of the heap unless set, within 32 and 256 MiB. A
         * connection that is further behind and takes nothing for three seconds is closed; so is, at once, the one that
         * is furthest behind, where more than a third of the heap waits for all together.
         *
         * @param bytes more than one packet, at least
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder maxOutput(long bytes);

        /**
         * How many workers a job may lose before it fails; any number unless set.
         *
         * @param tries 0: any number
         * @return this
         * @throws IllegalArgumentException where it is negative
         */
        Builder jobTries(int tries);

        /**
         * How many sleeping workers one job wakes. Unless set, one does, and all where nobody has fetched it 25 ms
         * later: with many idle workers waking all costs much and gains nothing.
         *
         * @param workers 0: all
         * @return this
         * @throws IllegalArgumentException where it is negative
         */
        Builder wakeUps(int workers);

        /**
         * Whether all clients get exceptions of workers, also those that did not ask for the option {@code exceptions}.
         * They get a failure in place of it unless set.
         *
         * @param forAll whether to send them to all
         * @return this
         */
        Builder exceptions(boolean forAll);

        /**
         * Whether the functions of a worker take turns, within a priority. The oldest job comes first unless set.
         *
         * @param turns whether they do
         * @return this
         */
        Builder roundRobin(boolean turns);

        /**
         * What handles begin with, {@code H:} and the name of this machine unless set. A colon and a number follow.
         *
         * @param prefix 1 … 39 visible characters of ASCII
         * @return this
         * @throws IllegalArgumentException where it is not
         */
        Builder handlePrefix(String prefix);

        /**
         * Whether the text commands {@code shutdown} and {@code shutdown graceful} end this server, as the protocol's
         * document has it; gearmand 1.1 knows them no more, nor does this server unless set.
         *
         * @param allowed whether they do
         * @return this
         */
        Builder shutdownCommand(boolean allowed);

        /**
         * Whether text commands are answered to this machine alone; to everybody unless set.
         *
         * @param only whether they are
         * @return this
         */
        Builder localOperators(boolean only);

        /**
         * What all jobs together may take up in memory; two fifths of the heap unless set, as a workload of more than
         * half a region of G1 may take up twice its size. Submissions beyond that are refused with {@code QUEUE_ERROR},
         * except those in the background that join a job that is there.
         *
         * @param bytes positive; a job counts its workload and some 250 bytes, who waits for it 40
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder maxQueueBytes(long bytes);

        /**
         * The longest name of a function; 512 unless set, which is also the limit of libgearman. Names with control
         * characters other than tabs are refused in any case.
         *
         * @param bytes positive
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder maxFunctionLength(int bytes);

        /**
         * How many functions may be named, as they are never forgotten; 100,000 unless set.
         *
         * @param functions positive
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder maxFunctions(int functions);

        /**
         * How many connections there may be; 10,000 unless set. More are closed at once.
         *
         * @param connections positive
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder maxConnections(int connections);

        /**
         * How many connections may wait to be accepted; 1,024 unless set. The system may have a lower limit.
         *
         * @param connections positive
         * @return this
         * @throws IllegalArgumentException where it is not positive
         */
        Builder backlog(int connections);

        /**
         * How long a connection may stay without a first request, and a packet of more than 64 KiB stand still; a
         * minute unless set. Where such packets take up more than an eighth of the heap they come one after the other,
         * and the one whose turn it is may stand still for three seconds.
         *
         * @param timeout zero: for ever
         * @return this
         * @throws IllegalArgumentException where it is negative
         */
        Builder handshakeTimeout(Duration timeout);

        /**
         * How long a connection may be silent that runs no job, waits for none and does not sleep; for ever unless set.
         *
         * @param timeout zero: for ever
         * @return this
         * @throws IllegalArgumentException where it is negative
         */
        Builder idleTimeout(Duration timeout);

        /**
         * Keeps background jobs on disk, so that they outlive the process with handle, unique, priority, time and lost
         * tries. They run at least once: one that was running, or had ended a moment before, may run again. Jobs are
         * kept in memory alone unless set.
         *
         * @param directory for this server alone, made where it is missing; no other process may use it meanwhile
         * @return this
         */
        Builder store(Path directory);

        /**
         * When the store forces what it has written; {@link FlushPolicy#EACH} unless set.
         *
         * @param policy what may be lost when power fails
         * @return this
         */
        Builder flush(FlushPolicy policy);

        /**
         * How often {@link FlushPolicy#INTERVAL} forces; every second unless set.
         *
         * @param interval a millisecond or more
         * @return this
         * @throws IllegalArgumentException where it is shorter
         */
        Builder flushInterval(Duration interval);

        /**
         * Starts the server. It listens when this returns.
         *
         * @return the running server
         * @throws IOException where the address cannot be listened on, a file of {@link #tls} cannot be used, or the
         *     store is in use, damaged beyond reading or not ours
         */
        EmbeddedJobServer start() throws IOException;
    }
}
