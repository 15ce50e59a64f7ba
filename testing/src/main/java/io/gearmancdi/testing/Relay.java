package io.gearmancdi.testing;

import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Frame;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.ProtocolException;
import io.gearmancdi.protocol.TextLine;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of a peer and the one to the server behind; each direction has a thread. */
final class Relay {
    private static final byte[] GARBAGE = "This is no packet\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket peer;
    private final Socket server;
    private final Script script;
    private final Consumer<Relay> closed;
    private final Map<String, byte[]> errors = new ConcurrentHashMap<>();
    private volatile boolean text;

    /** Whether no answer is passed on any more. */
    private volatile boolean silent;

    private volatile boolean peerEnded;

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
            boolean passes = atConnection == null || happens(atConnection, new byte[0], true);
            Direction.ofRequests(this, peer, server).pump(passes);
        });
        daemon("responses", () -> Direction.ofResponses(this, server, peer).pump(true));
    }

    void close() {
        quietly(peer);
        quietly(server);
        closed.accept(this);
    }

    /** No more comes in one direction: the server ends a connection whose peer has, once that has its results. */
    void ended(Magic magic) throws IOException {
        peerEnded = magic == Magic.REQUEST;
        if (peerEnded && !silent) {
            server.shutdownOutput();
        } else {
            close();
        }
    }

    /** Whoever waits for answers that do not come is not waited for. */
    private void fallSilent() {
        silent = true;
        if (peerEnded) {
            close();
        }
    }

    /** Whether answers are no packets from now on. */
    boolean speaksText() {
        return text && errors.isEmpty();
    }

    /** Whether to go on in this direction. */
    boolean take(Frame frame, Magic magic) throws IOException {
        boolean toServer = magic == Magic.REQUEST;
        var to = (toServer ? server : peer).getOutputStream();
        if (frame instanceof TextLine line) {
            text = true;
            to.write((line.text() + "\r\n").getBytes(StandardCharsets.UTF_8));
            return true;
        }
        if (!(frame instanceof Packet packet)) {
            throw new ProtocolException("A response in place of a request");
        }
        var error = packet.type() == PacketType.ECHO_RES ? errors.remove(packet.text(0)) : null;
        if (error != null) {
            to.write(error);
            return true;
        }
        var bytes = bytes(packet, magic);
        var fault = text ? null : fault(packet, toServer);
        if (fault != null) {
            return happens(fault, bytes, toServer);
        }
        to.write(bytes);
        return true;
    }

    private @Nullable Fault fault(Packet packet, boolean toServer) {
        for (var point : FaultPoint.values()) {
            if (point.isPassedBy(packet.type(), toServer)) {
                return script.pass(point);
            }
        }
        return null;
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

    static byte[] bytes(Packet packet, Magic magic) {
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
        boolean goesOn = switch (fault.kind) {
            case DROP, ERROR, REPEAT, DELAY -> true;
            case CLOSE, RESET, SILENCE, CUT, GARBAGE -> false;
        };
        if (!goesOn && !toServer) {
            fallSilent();
        }
        return goesOn;
    }
}
