package io.gearmancdi.server.net;

import io.gearmancdi.protocol.tls.TlsChannel;
import io.gearmancdi.protocol.tls.TlsIdentity;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Makes connections secure. What takes time in a handshake is done by a thread for each processor. */
public final class TlsPort {

    private final TlsIdentity identity;
    private final boolean wantsClients;
    private final boolean needsClients;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), TlsPort::thread);

    /**
     * Secures nothing yet.
     *
     * @param identity the server's certificate and whom it trusts
     * @param wantsClients whether clients are asked for a certificate
     * @param needsClients whether they must have one
     */
    public TlsPort(TlsIdentity identity, boolean wantsClients, boolean needsClients) {
        this.identity = identity;
        this.wantsClients = wantsClients;
        this.needsClients = needsClients;
    }

    /**
     * Says that changed files cannot be read.
     *
     * @param cause names the file
     */
    public static void unreadable(IOException cause) {
        new Messages().tlsUnreadable(cause);
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "gearman-server-tls");
        thread.setDaemon(true);
        return thread;
    }

    TlsChannel channel(SocketChannel socket) {
        return identity.server(socket, wantsClients, needsClients);
    }

    /** Does what takes time, then the rest, on a thread of its own. */
    void run(Runnable task, Runnable then) {
        try {
            workers.execute(() -> {
                task.run();
                then.run();
            });
        } catch (RejectedExecutionException e) {
            // The server ends
        }
    }

    void close() {
        workers.shutdownNow();
    }
}
