package io.gearmancdi.testing;

import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.ProtocolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Takes what comes on one socket of a {@link Relay} across to the other, frame by frame. Used by one thread. */
final class Direction {
    private static final int LARGEST = 256 * 1024 * 1024;
    private static final int LINE = 8192;

    private final Relay relay;
    private final Socket from;
    private final Socket to;
    private final Magic magic;
    private final Decoder decoder;

    /** How many bytes of a response the decoder has that is not complete. */
    private int held;

    private Direction(Relay relay, Socket from, Socket to, Magic magic, Decoder decoder) {
        this.relay = relay;
        this.from = from;
        this.to = to;
        this.magic = magic;
        this.decoder = decoder;
    }

    static Direction ofRequests(Relay relay, Socket peer, Socket server) {
        return new Direction(relay, peer, server, Magic.REQUEST, Decoder.ofRequests(LARGEST, LINE));
    }

    static Direction ofResponses(Relay relay, Socket server, Socket peer) {
        return new Direction(relay, server, peer, Magic.RESPONSE, Decoder.ofResponses(LARGEST));
    }

    /**
     * Goes on until the end. After a fault that ends the passing on it still reads: the end of a peer is seen by
     * reading alone.
     *
     * @param passes whether anything is passed on
     */
    void pump(boolean passes) {
        boolean goesOn = passes;
        try {
            var input = from.getInputStream();
            var buffer = new byte[64 * 1024];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                goesOn = goesOn && take(buffer, read);
            }
            relay.ended(magic);
        } catch (IOException | UncheckedIOException | ProtocolException e) {
            relay.close();
        }
    }

    /** Whether to go on. */
    private boolean take(byte[] bytes, int length) throws IOException {
        int fed = 0;
        while (fed < length) {
            if (held == 0 && answersText()) {
                to.getOutputStream().write(bytes, fed, length - fed);
                return true;
            }
            var target = decoder.target();
            int piece = Math.min(target.remaining(), length - fed);
            target.put(bytes, fed, piece);
            fed += piece;
            held += piece;
            for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                if (!relay.take(frame, magic)) {
                    return false;
                }
                if (frame instanceof Packet packet) {
                    held -= Encoder.of(magic).length(packet);
                }
                if (answersText()) {
                    // What comes after the packet may be no packet: it goes across as it is
                    fed -= held;
                    held = 0;
                    break;
                }
            }
        }
        return true;
    }

    /** Lines of text are requests like any other; their answers have no form. */
    private boolean answersText() {
        return magic == Magic.RESPONSE && relay.speaksText();
    }
}
