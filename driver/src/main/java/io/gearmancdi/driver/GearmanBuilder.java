package io.gearmancdi.driver;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.TlsSettings;
import io.gearmancdi.driver.client.DefaultUniqueKeys;
import io.gearmancdi.driver.io.BackoffPolicy;
import io.gearmancdi.driver.payload.NoCodec;
import io.gearmancdi.spi.TaskListener;
import io.gearmancdi.spi.UniqueKeyGenerator;
import io.gearmancdi.spi.WorkListener;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkloadCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Holds the built-in values and what was set. */
final class GearmanBuilder implements Gearman.Builder {

    private static final int SMALLEST_PACKET = 16 * 1024;

    List<ServerAddress> servers = List.of(new ServerAddress("127.0.0.1", ServerAddress.DEFAULT_PORT));

    @Nullable
    Executor executor;

    @Nullable
    TlsSettings tls;

    ThreadFactory threads = new DaemonThreads("gearman-io");
    WorkloadCodec codec = new NoCodec();
    UniqueKeyGenerator uniqueKeys = new DefaultUniqueKeys();
    boolean generateUniqueKeys = true;
    final List<TaskListener> taskListeners = new ArrayList<>();
    final List<WorkListener> workListeners = new ArrayList<>();
    final List<WorkerDefinition> workers = new ArrayList<>();
    Duration clientTimeout = Duration.ofMinutes(5);
    Duration connectTimeout = Duration.ofSeconds(5);
    int maxPending = 100_000;
    boolean failWhenFull;
    boolean interruptOnConnectionLoss;
    int maxBufferSize = 64 * 1024 * 1024;
    int maxResultSize = 64 * 1024 * 1024;
    int maxPacketSize = 16 * 1024 * 1024;
    BackoffPolicy reconnect = new BackoffPolicy(Duration.ofMillis(100), Duration.ofSeconds(30));
    Duration heartbeat = Duration.ofSeconds(30);
    Duration pollInterval = Duration.ofMillis(500);
    Duration shutdownTimeout = Duration.ofSeconds(25);

    @Override
    public Gearman.Builder servers(List<ServerAddress> servers) {
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("One job server is needed at least");
        }
        this.servers = List.copyOf(servers);
        return this;
    }

    @Override
    public Gearman.Builder tls(TlsSettings settings) {
        tls = settings;
        return this;
    }

    @Override
    public Gearman.Builder executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    @Override
    public Gearman.Builder threadFactory(ThreadFactory threads) {
        this.threads = threads;
        return this;
    }

    @Override
    public Gearman.Builder codec(WorkloadCodec codec) {
        this.codec = codec;
        return this;
    }

    @Override
    public Gearman.Builder uniqueKeys(UniqueKeyGenerator generator) {
        this.uniqueKeys = generator;
        return this;
    }

    @Override
    public Gearman.Builder generateUniqueKeys(boolean on) {
        this.generateUniqueKeys = on;
        return this;
    }

    @Override
    public Gearman.Builder taskListener(TaskListener listener) {
        taskListeners.add(listener);
        return this;
    }

    @Override
    public Gearman.Builder workListener(WorkListener listener) {
        workListeners.add(listener);
        return this;
    }

    @Override
    public Gearman.Builder worker(WorkerDefinition worker) {
        workers.add(worker);
        return this;
    }

    @Override
    public Gearman.Builder clientTimeout(Duration timeout) {
        clientTimeout = zeroOrMore("client timeout", timeout);
        return this;
    }

    @Override
    public Gearman.Builder connectTimeout(Duration timeout) {
        connectTimeout = positive("connect timeout", timeout);
        return this;
    }

    @Override
    public Gearman.Builder maxPending(int count) {
        maxPending = atLeast("max pending", count, 1);
        return this;
    }

    @Override
    public Gearman.Builder failWhenFull(boolean on) {
        failWhenFull = on;
        return this;
    }

    @Override
    public Gearman.Builder maxBufferSize(int bytes) {
        maxBufferSize = atLeast("max buffer size", bytes, 1);
        return this;
    }

    @Override
    public Gearman.Builder interruptOnConnectionLoss(boolean on) {
        interruptOnConnectionLoss = on;
        return this;
    }

    @Override
    public Gearman.Builder maxResultSize(int bytes) {
        maxResultSize = atLeast("max result size", bytes, 1);
        return this;
    }

    @Override
    public Gearman.Builder maxPacketSize(int bytes) {
        maxPacketSize = atLeast("max packet size", bytes, SMALLEST_PACKET);
        return this;
    }

    @Override
    public Gearman.Builder reconnectDelay(Duration initial, Duration max) {
        positive("first reconnect delay", initial);
        if (max.compareTo(initial) < 0) {
            throw new IllegalArgumentException("The longest reconnect delay, " + max + ", is shorter than the first");
        }
        reconnect = new BackoffPolicy(initial, max);
        return this;
    }

    @Override
    public Gearman.Builder heartbeat(Duration interval) {
        heartbeat = zeroOrMore("heartbeat", interval);
        return this;
    }

    @Override
    public Gearman.Builder pollInterval(Duration interval) {
        pollInterval = positive("poll interval", interval);
        return this;
    }

    @Override
    public Gearman.Builder shutdownTimeout(Duration timeout) {
        shutdownTimeout = positive("shutdown timeout", timeout);
        return this;
    }

    @Override
    public Gearman build() {
        return new DefaultGearman(this);
    }

    private static Duration zeroOrMore(String what, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("The " + what + " is negative: " + value);
        }
        return value;
    }

    private static Duration positive(String what, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("The " + what + " is not more than zero: " + value);
        }
        return value;
    }

    private static int atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("The " + what + " is " + value + ", less than " + least);
        }
        return value;
    }
}
