package io.gearmancdi.driver.admin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looking a name up may block for long, whatever the caller's patience: a thread of its own does it. */
final class Lookup {

    private Lookup() {}

    static InetAddress[] within(long deadline, Callable<InetAddress[]> lookup) throws IOException {
        var task = new FutureTask<>(lookup);
        var thread = new Thread(task, "gearman-lookup");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("unknown host", e.getCause());
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the name was not looked up in time");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
