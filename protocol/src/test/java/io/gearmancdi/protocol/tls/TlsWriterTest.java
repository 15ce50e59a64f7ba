package io.gearmancdi.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngineResult.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as written decides whether a job may be submitted again. */
class TlsWriterTest {

    private final ByteBuffer[] three = {ByteBuffer.allocate(3 * ScriptedEngine.RECORD)};
    private SocketChannel socket;
    private SocketChannel peer;

    @BeforeEach
    void connect() throws IOException {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket = SocketChannel.open(server.getLocalAddress());
            peer = server.accept();
        }
        socket.configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        peer.close();
    }

    @Test
    void whatTheSocketTookBeforeItBrokeCountsAsWritten() throws Exception {
        var writer = writer(number -> {
            if (number == 2) {
                socket.shutdownOutput();
            }
            return Status.OK;
        });

        assertThat(writer.write(three, 0, 1)).isEqualTo(ScriptedEngine.RECORD);
    }

    @Test
    void whatWasWrittenBeforeTlsEndedCountsAsWritten() throws Exception {
        var writer = writer(number -> number == 2 ? Status.CLOSED : Status.OK);

        assertThat(writer.write(three, 0, 1)).isEqualTo(ScriptedEngine.RECORD);
    }

    @Test
    void whoWritesOnHearsThatItIsBroken() throws Exception {
        var writer = writer(number -> {
            if (number == 2) {
                socket.shutdownOutput();
            }
            return Status.OK;
        });
        writer.write(three, 0, 1);

        assertThatThrownBy(writer::flush).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> writer.write(three, 0, 1)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aFirstRecordThatTheSocketDoesNotTakeIsNotWritten() throws Exception {
        var writer = writer(number -> {
            socket.shutdownOutput();
            return Status.OK;
        });

        assertThatThrownBy(() -> writer.write(three, 0, 1)).isInstanceOf(ClosedChannelException.class);
    }

    private TlsWriter writer(ScriptedEngine.Script script) throws Exception {
        return new TlsWriter(socket, new ScriptedEngine(script), new TlsBuffers());
    }
}
