package io.gearmancdi.testing;

import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Frame;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.ProtocolException;
import io.gearmancdi.protocol.TextLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of a peer and the one to the server behind; a thread for each direction takes packets across. */
final class Relay {
    private static final int LARGEST = 256 * 1024 * 1024;
    private static final int LINE = 8192;
    private static final byte[] GARBAGE = "This is no packet\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket peer;
    private final Socket server;
    private final Script script;
    private final Consumer<Relay> closed;
    private final Map<String, byte[]> errors = new ConcurrentHashMap<>();
    private volatile boolean text;

    Relay(Socket peer, Socket server, Script script, Consumer<Relay> closed) throws IOException {
        this.peer = peer;
        this.server = server;
        this.script = script;
        this.closed = closed;
        peer.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    static void daemon(String name, Runnable task) {
        var thread = new Thread(task, "gearman-scripted-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    static void quietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException ignored) {
            // it is gone all the same
        }
    }

    void start(@Nullable Fault atConnection) {
        daemon("requests", () -> {
            if (atConnection == null || happens(atConnection, new byte[0], true)) {
                pump(peer, server, Decoder.ofRequests(LARGEST, LINE), Magic.REQUEST);
            }
        });
        daemon("responses", () -> pump(server, peer, Decoder.ofResponses(LARGEST), Magic.RESPONSE));
    }

    void close() {
        quietly(peer);
        quietly(server);
        closed.accept(this);
    }

    /** Takes packets across until the end, or until a fault ends it. */
    private void pump(Socket from, Socket to, Decoder decoder, Magic magic) {
        try {
            var input = from.getInputStream();
            var buffer = new byte[64 * 1024];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                if (text) {
                    to.getOutputStream().write(buffer, 0, read);
                } else if (!take(buffer, read, to, decoder, magic)) {
                    return;
                }
            }
            to.shutdownOutput();
            if (from == server) {
                close();
            }
        } catch (IOException | UncheckedIOException | ProtocolException e) {
            close();
        }
    }

    /** Whether to go on. */
    private boolean take(byte[] bytes, int length, Socket to, Decoder decoder, Magic magic) throws IOException {
        int fed = 0;
        while (fed < length) {
            var target = decoder.target();
            int piece = Math.min(target.remaining(), length - fed);
            target.put(bytes, fed, piece);
            fed += piece;
            for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                if (!take(frame, to, magic)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean take(Frame frame, Socket to, Magic magic) throws IOException {
        if (frame instanceof TextLine line) {
            text = true; // its answers are no packets
            to.getOutputStream().write((line.text() + "\r\n").getBytes(StandardCharsets.UTF_8));
            return true;
        }
        if (!(frame instanceof Packet packet)) {
            throw new ProtocolException("A response in place of a request");
        }
        boolean toServer = magic == Magic.REQUEST;
        var error = packet.type() == PacketType.ECHO_RES ? errors.remove(packet.text(0)) : null;
        if (error != null) {
            to.getOutputStream().write(error);
            return true;
        }
        var bytes = bytes(packet, magic);
        for (var point : FaultPoint.values()) {
            if (point.isPassedBy(packet.type(), toServer)) {
                var fault = script.pass(point);
                if (fault != null) {
                    return happens(fault, bytes, toServer);
                }
            }
        }
        to.getOutputStream().write(bytes);
        return true;
    }

    /** Answers come in the order of requests: an echo keeps the place of the error that answers this one. */
    private void refuse(Packet error, boolean toServer) throws IOException {
        var bytes = bytes(error, Magic.RESPONSE);
        if (toServer) {
            var place = UUID.randomUUID().toString();
            errors.put(place, bytes);
            server.getOutputStream().write(bytes(Packet.ofText(PacketType.ECHO_REQ, place), Magic.REQUEST));
        } else {
            peer.getOutputStream().write(bytes);
        }
    }

    private static byte[] bytes(Packet packet, Magic magic) {
        var encoder = Encoder.of(magic);
        var bytes = ByteBuffer.allocate(encoder.length(packet));
        encoder.write(packet, bytes);
        return bytes.array();
    }

    /** Whether this direction goes on after the fault. */
    private boolean happens(Fault fault, byte[] packet, boolean toServer) {
        var to = toServer ? server : peer;
        try {
            switch (fault.kind) {
                case CLOSE -> close();
                case RESET -> {
                    peer.setSoLinger(true, 0);
                    close();
                }
                case CUT -> {
                    to.getOutputStream().write(packet, 0, packet.length / 2);
                    close();
                }
                case GARBAGE -> peer.getOutputStream().write(GARBAGE);
                case ERROR -> refuse(Packet.ofText(PacketType.ERROR, fault.code, fault.text), toServer);
                case REPEAT -> {
                    to.getOutputStream().write(packet);
                    to.getOutputStream().write(packet);
                }
                case DELAY -> {
                    Thread.sleep(fault.delay.toMillis());
                    to.getOutputStream().write(packet);
                }
                case SILENCE, DROP -> {
                    // nothing is passed on
                }
            }
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
        return switch (fault.kind) {
            case DROP, ERROR, REPEAT, DELAY -> true;
            case CLOSE, RESET, SILENCE, CUT, GARBAGE -> false;
        };
    }
}
