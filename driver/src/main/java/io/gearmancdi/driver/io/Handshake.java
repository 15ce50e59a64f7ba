package io.gearmancdi.driver.io;

import io.gearmancdi.protocol.tls.TlsChannel;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.function.Consumer;

/** The beginning of a secure connection. Confined to the I/O thread, but for the work that takes time. */
final class Handshake implements IoLoop.Ready {

    private final IoLoop loop;
    private final SelectionKey key;
    private final TlsChannel channel;
    private final Runnable done;
    private final Consumer<IOException> failed;

    private Handshake(IoLoop loop, SelectionKey key, TlsChannel channel, Runnable done, Consumer<IOException> failed) {
        this.loop = loop;
        this.key = key;
        this.channel = channel;
        this.done = done;
        this.failed = failed;
    }

    /** Begins; exactly one of the two is called, unless the channel is closed before. */
    static void start(IoLoop loop, TlsChannel channel, SelectionKey key, Runnable done, Consumer<IOException> failed) {
        var handshake = new Handshake(loop, key, channel, done, failed);
        key.attach(handshake);
        handshake.advance();
    }

    @Override
    public void ready(SelectionKey ready) {
        advance();
    }

    private void advance() {
        if (!key.isValid()) {
            return;
        }
        key.interestOps(0);
        try {
            switch (channel.handshake()) {
                case READ -> key.interestOps(SelectionKey.OP_READ);
                case WRITE -> key.interestOps(SelectionKey.OP_WRITE);
                // Not on the executor: where jobs hold all its threads, no lost connection could be made again
                case TASK ->
                    loop.newThread(() -> {
                                channel.runTask();
                                loop.execute(this::advance);
                            })
                            .start();
                case DONE -> done.run();
            }
        } catch (IOException e) {
            failed.accept(e);
        } catch (RuntimeException e) {
            failed.accept(new IOException(e));
        }
    }
}
