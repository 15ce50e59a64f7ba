package io.gearmancdi.server;

import io.gearmancdi.server.net.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;

final class RunningServer implements EmbeddedJobServer {
    private final EventLoop loop;
    private final Thread thread;

    private RunningServer(EventLoop loop) {
        this.loop = loop;
        this.thread = new Thread(loop, "gearman-server");
        thread.setDaemon(true);
    }

    static RunningServer start(EventLoop loop) {
        var server = new RunningServer(loop);
        server.thread.start();
        return server;
    }

    @Override
    public InetSocketAddress address() {
        return loop.address();
    }

    @Override
    public boolean drain(Duration within) {
        loop.drain();
        boolean drained = hasEnded(within);
        close();
        return drained;
    }

    /** An interrupt ends the waiting, and the server is closed. */
    private boolean hasEnded(Duration within) {
        try {
            thread.join(Math.max(1, within.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Waits through an interrupt, which is short: the loop never blocks. */
    @Override
    public void close() {
        loop.stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
