package io.gearmancdi.server;

import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.EngineSettings;
import io.gearmancdi.server.net.EventLoop;
import io.gearmancdi.server.net.Limits;
import io.gearmancdi.server.store.JobStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;

/** The loop of a server with limits that no builder sets. */
final class TestLoop {
    static final int MUCH = 1 << 28;

    private TestLoop() {}

    static EventLoop lingering(long millis) throws IOException {
        return of(new Limits(MUCH, 8192, MUCH, MUCH, MUCH, 100, 100, 0, 0, millis, false));
    }

    static EventLoop listening(int backlog) throws IOException {
        return of(new Limits(MUCH, 8192, MUCH, MUCH, MUCH, 1000, backlog, 0, 0, 0, false));
    }

    static EventLoop taking(long input, long handshake) throws IOException {
        return of(new Limits(MUCH, 8192, MUCH, MUCH, input, 1000, 100, handshake, 0, 0, false));
    }

    private static EventLoop of(Limits limits) throws IOException {
        var settings = new EngineSettings("H:test:", "1", 1, 0, 0, false, false, false, MUCH, 0, MUCH, MUCH);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new EventLoop(address, new Engine(settings), JobStore.none(), limits, null, InstantSource.system());
    }
}
