package io.gearmancdi.server;

import io.gearmancdi.server.net.EventLoop;
import io.gearmancdi.spi.JobServerStatistics;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

final class RunningServer implements EmbeddedJobServer {
    private static final long PATIENCE_SECONDS = 30;

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
    public JobServerStatistics statistics() {
        try {
            return Figures.of(loop.statistics().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the job server", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The job server does not answer; it may be closed", e);
        }
    }

    @Override
    public boolean awaitEnd() throws InterruptedException {
        thread.join();
        return !loop.hasFailed();
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
