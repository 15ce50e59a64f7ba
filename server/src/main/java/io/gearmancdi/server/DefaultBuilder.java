package io.gearmancdi.server;

import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.EngineSettings;
import io.gearmancdi.server.net.EventLoop;
import io.gearmancdi.server.net.Limits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Objects;

final class DefaultBuilder implements EmbeddedJobServer.Builder {
    private static final int MIB = 1024 * 1024;
    private static final int LINE = 8192;
    private static final int HIGHEST_PORT = 65_535;

    private String host = "127.0.0.1";
    private int port = EmbeddedJobServer.DEFAULT_PORT;
    private int maxPacketSize = 16 * MIB;
    private long maxOutput = 256L * MIB;
    private int jobTries;
    private int wakeUps;

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
    public EmbeddedJobServer start() throws IOException {
        var settings = new EngineSettings(
                "H:" + HostName.ofThisMachine() + ':',
                version(),
                ProcessHandle.current().pid(),
                jobTries,
                wakeUps);
        return RunningServer.start(new EventLoop(
                new InetSocketAddress(host, port),
                new Engine(settings),
                new Limits(maxPacketSize, LINE, maxOutput),
                InstantSource.system()));
    }

    private static String version() {
        var version = EmbeddedJobServer.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    private static void check(boolean valid, String name, long value) {
        if (!valid) {
            throw new IllegalArgumentException(name + " out of range: " + value);
        }
    }
}
