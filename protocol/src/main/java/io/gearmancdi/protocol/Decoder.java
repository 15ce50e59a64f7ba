package io.gearmancdi.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames in the bytes of one peer, however the network cut them (PROTOCOL, "Binary Packet" and
 * "Administrative Protocol").
 *
 * <p>The caller reads bytes into {@link #target()} and then takes frames with {@link #next()} until it returns null:
 *
 * <pre>{@code
 * while (channel.read(decoder.target()) > 0) {
 *     for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
 *         handle(frame);
 *     }
 * }
 * }</pre>
 *
 * <p>A declared length is compared with the limit before anything is allocated, and then believed only as far as bytes
 * have come. Data that does not fit the receive buffer is read into an array of its own, past the receive buffer. After
 * a {@link ProtocolException} the stream is lost and so is its decoder.
 *
 * <p>Two peculiarities of real peers are tolerated: a body of a type without arguments is skipped, and arguments that a
 * WORK_… packet lacks behind its handle are taken to be empty, as perl workers omit them with the NUL before them.
 *
 * <p>Confined to one thread at a time.
 */
public final class Decoder {
    /** The limit of all arguments but data together, NULs included; the same as that of gearmand. */
    public static final int MAX_ARGUMENTS = 8 * 1024;

    /** What is allocated for data before it comes: its declared length may be a lie. */
    private static final int FIRST_PIECE = 128 * 1024;

    private static final int GROWTH = 4;

    private static final byte NUL = 0;
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final byte[] EMPTY = {};

    private final Inbox inbox = new Inbox();
    private final Magic expected;
    private final int maxBody;
    private final int maxLine;

    private @Nullable PacketType type;
    private boolean wrongMagic;
    private byte[][] arguments = {};
    private int found;
    private int scanned;
    private int body;
    private int left;
    private @Nullable ByteBuffer payload;
    private int payloadLength;

    private Decoder(Magic expected, int maxBody, int maxLine) {
        if (maxBody < 0 || maxLine < 0 || maxLine >= Inbox.LARGEST) {
            throw new IllegalArgumentException("Limits out of range: body " + maxBody + ", line " + maxLine);
        }
        this.expected = expected;
        this.maxBody = maxBody;
        this.maxLine = maxLine;
    }

    /**
     * A decoder for clients and workers: packets of the job server and nothing else.
     *
     * @param maxBody the largest accepted length of a packet without its header, in bytes
     * @return a new decoder for one connection
     * @throws IllegalArgumentException where the limit is negative
     */
    public static Decoder ofResponses(int maxBody) {
        return new Decoder(Magic.RESPONSE, maxBody, 0);
    }

    /**
     * A decoder for job servers: packets of clients and workers, and lines of text between them.
     *
     * @param maxBody the largest accepted length of a packet without its header, in bytes
     * @param maxLine the longest accepted line of text, in bytes, less than 64 KiB
     * @return a new decoder for one connection
     * @throws IllegalArgumentException where a limit is out of range
     */
    public static Decoder ofRequests(int maxBody, int maxLine) {
        return new Decoder(Magic.REQUEST, maxBody, maxLine);
    }

    /**
     * Where the next bytes of the peer belong. To be asked for before each read, after {@link #next()} returned null.
     *
     * @return a buffer with room, whose position the read advances
     */
    public ByteBuffer target() {
        return payload != null ? payload : inbox.target();
    }

    /**
     * What is set aside for large data that has not come whole.
     *
     * @return bytes beyond the receive buffer, 0 where none are needed
     */
    public int unfinished() {
        return payload == null ? 0 : payload.capacity();
    }

    /**
     * Takes the next frame.
     *
     * @return the frame, or null where more bytes are needed
     * @throws ProtocolException where the bytes are none that a peer may send
     */
    @SuppressWarnings("exports") // users of this module need no jspecify
    public @Nullable Frame next() {
        if (type == null) {
            if (expected == Magic.REQUEST && !inbox.isEmpty() && inbox.byteAt(0) != NUL) {
                return line();
            }
            type = header();
        }
        return type != null && fixedArguments(type) && lastArgument() ? packet(type) : null;
    }

    private @Nullable TextLine line() {
        int end = inbox.find(LF, scanned, inbox.available());
        if (end > maxLine) {
            throw new ProtocolException("Line of text longer than " + maxLine + " bytes");
        }
        if (end == inbox.available()) {
            scanned = end;
            return null;
        }
        scanned = 0;
        boolean crlf = end > 0 && inbox.byteAt(end - 1) == CR;
        var text = new String(inbox.take(crlf ? end - 1 : end), ISO_8859_1);
        inbox.skip(crlf ? 2 : 1);
        return new TextLine(text);
    }

    private @Nullable PacketType header() {
        if (inbox.available() >= Integer.BYTES) {
            checkMagic(inbox.intAt(0));
        }
        if (inbox.available() < Encoder.HEADER) {
            return null;
        }
        var read = checkType(inbox.intAt(4));
        body = checkBody(read, Integer.toUnsignedLong(inbox.intAt(8)));
        inbox.skip(Encoder.HEADER);
        left = body;
        arguments = new byte[read.arguments().size()][];
        found = 0;
        return read;
    }

    private void checkMagic(int magic) {
        wrongMagic = magic != expected.value();
        if (wrongMagic && (expected == Magic.RESPONSE || magic != Magic.RESPONSE.value())) {
            throw new ProtocolException("Not a packet: it begins with 0x" + Integer.toHexString(magic));
        }
    }

    private PacketType checkType(int code) {
        var read = PacketType.ofCode(code);
        if (read == null) {
            throw new ProtocolException("Unknown packet type " + Integer.toUnsignedString(code));
        }
        if (expected == Magic.RESPONSE && !read.fromServer()) {
            throw new ProtocolException(read + " is no packet of a job server");
        }
        return read;
    }

    private int checkBody(PacketType read, long length) {
        if (length > maxBody) {
            throw new ProtocolException(read + " of " + length + " bytes exceeds the limit of " + maxBody);
        }
        if (length > MAX_ARGUMENTS && !read.hasData() && !read.arguments().isEmpty()) {
            throw tooLong(read);
        }
        return (int) length;
    }

    /** Takes all arguments but the last; false where bytes are missing. */
    private boolean fixedArguments(PacketType read) {
        while (found < arguments.length - 1) {
            int end = Math.min(inbox.available(), left);
            scanned = inbox.find(NUL, scanned, end);
            if (body - left + scanned >= MAX_ARGUMENTS) {
                throw tooLong(read);
            }
            if (scanned < end) {
                takeArgument(scanned);
                inbox.skip(1);
                left--;
            } else if (scanned < left) {
                return false;
            } else if (body > 0 && mayLack(read)) {
                takeArgument(left);
            } else {
                throw new ProtocolException(
                        read + " ends in its argument " + read.arguments().get(found));
            }
        }
        return true;
    }

    /** Workers leave the last arguments of WORK_… out, which are the only packets that go both ways. */
    private boolean mayLack(PacketType read) {
        return read.toServer() && read.fromServer() && (expected == Magic.REQUEST || read.hasData());
    }

    private static ProtocolException tooLong(PacketType read) {
        return new ProtocolException(read + " with arguments of more than " + MAX_ARGUMENTS + " bytes");
    }

    private void takeArgument(int length) {
        arguments[found++] = length == 0 ? EMPTY : inbox.take(length);
        left -= length;
        scanned = 0;
    }

    /** Takes what is left of the body; false where bytes are missing. */
    private boolean lastArgument() {
        if (payload != null) {
            return !payload.hasRemaining() && !grows(payload);
        }
        int available = Math.min(inbox.available(), left);
        if (arguments.length == 0) {
            inbox.skip(available);
            left -= available;
            return left == 0;
        }
        if (available == left) {
            takeArgument(left);
            return true;
        }
        if (!inbox.fits(left)) {
            payloadLength = left;
            var data = new byte[Math.min(left, Math.max(FIRST_PIECE, available))];
            inbox.take(available, data);
            payload = ByteBuffer.wrap(data).position(available);
        }
        return false;
    }

    /** Makes room for more of the data, as much as its sender has paid for by sending; false where it is complete. */
    @SuppressWarnings("ByteBufferBackingArray") // made by wrap
    private boolean grows(ByteBuffer full) {
        int length = full.capacity();
        if (length == payloadLength) {
            return false;
        }
        int longer = (int) Math.min(payloadLength, (long) GROWTH * length);
        payload = ByteBuffer.wrap(Arrays.copyOf(full.array(), longer)).position(length);
        return true;
    }

    private Frame packet(PacketType read) {
        if (payload != null) {
            arguments[found] = payload.array();
        }
        payload = null;
        type = null;
        var packet = new Packet(read, arguments);
        return wrongMagic ? new WrongMagic(packet) : packet;
    }
}
