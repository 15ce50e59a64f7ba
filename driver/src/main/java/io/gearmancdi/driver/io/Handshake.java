package io.gearmancdi.driver.io;

import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.tls.TlsChannel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.function.Consumer;

/**
 * The beginning of a secure connection: the handshake, then an ECHO. Only its answer tells a client of TLS 1.3 that the
 * server accepts its certificate, or that it has none. Confined to the I/O thread, but for the work that takes time.
 */
final class Handshake implements IoLoop.Ready {

    private final IoLoop loop;
    private final SelectionKey key;
    private final TlsChannel channel;
    private final ByteBuffer question = echo(Magic.REQUEST, PacketType.ECHO_REQ);
    private final ByteBuffer expected = echo(Magic.RESPONSE, PacketType.ECHO_RES);
    private final ByteBuffer answer = ByteBuffer.allocate(expected.remaining());
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
            int wanted = channel.handshake();
            if (channel.isSecure()) {
                ask();
            } else if (wanted == 0) {
                // Not on the executor: where jobs hold all its threads, no lost connection could be made again
                loop.newThread(this::work).start();
            } else {
                key.interestOps(wanted);
            }
        } catch (IOException e) {
            failed.accept(e);
        } catch (RuntimeException | Error e) {
            failed.accept(new IOException(e));
        }
    }

    @Override
    public void lost(IOException why) {
        failed.accept(why);
    }

    private void work() {
        channel.runTask();
        loop.execute(this::advance);
    }

    private void ask() throws IOException {
        while (question.hasRemaining() && channel.flush()) {
            channel.write(question);
        }
        int wanted = channel.flush() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
        if (channel.read(answer) < 0) {
            throw new EOFException("the server closed the connection");
        }
        if (answer.hasRemaining()) {
            key.interestOps(wanted);
        } else if (answer.flip().equals(expected)) {
            done.run();
        } else {
            throw new IOException("not an answer of a job server");
        }
    }

    private static ByteBuffer echo(Magic magic, PacketType type) {
        var packet = Packet.ofText(type, "gearman-cdi");
        var encoder = Encoder.of(magic);
        var bytes = ByteBuffer.allocate(encoder.headLength(packet) + packet.data().length);
        encoder.write(packet, bytes);
        return bytes.flip();
    }
}
