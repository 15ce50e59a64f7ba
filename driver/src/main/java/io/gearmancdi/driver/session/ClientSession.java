package io.gearmancdi.driver.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.ProtocolException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one connection. Answers come in the order of requests, updates are matched by handle.
 *
 * <p>Two sides that may be two threads: requests are made by one thread at a time, everything else is done by the
 * reader.
 */
public final class ClientSession {

    private static final int MAX_HANDLE = 63;
    private static final byte[] PING = "gearman-cdi".getBytes(UTF_8);

    private final PacketSink out;
    private final Effects effects;
    private final Queue<Expected> expected = new ConcurrentLinkedQueue<>();
    private final Attachments attachments;
    private volatile @Nullable Expected last;

    /**
     * Starts a session on a fresh connection.
     *
     * @param out takes requests
     * @param maxTombstones how many abandoned calls are remembered
     * @param effects hears what belongs to no call
     */
    public ClientSession(PacketSink out, int maxTombstones, Effects effects) {
        this.out = out;
        this.effects = effects;
        this.attachments = new Attachments(maxTombstones);
    }

    /** Asks for exceptions; old servers may refuse it. To be called first. */
    public void open() {
        request(Packet.ofText(PacketType.OPTION_REQ, "exceptions"), new Answer(PacketType.OPTION_RES));
    }

    /**
     * Submits a job.
     *
     * @param packet one of SUBMIT_JOB
     * @param call hears of it
     */
    public void submit(Packet packet, JobCall call) {
        request(packet, call);
    }

    /**
     * Asks for the state of a job by its handle.
     *
     * @param handle at most 63 characters: servers do not answer longer ones
     * @param call hears the answer
     */
    public void status(String handle, StatusCall call) {
        request(Packet.of(PacketType.GET_STATUS, Wire.handle(handle)), call);
    }

    /**
     * Asks for the state of a job by its unique.
     *
     * @param unique at most 63 bytes
     * @param call hears the answer
     */
    public void statusByUnique(String unique, StatusCall call) {
        request(Packet.ofText(PacketType.GET_STATUS_UNIQUE, unique), call);
    }

    /** Asks for a sign of life. */
    public void ping() {
        request(Packet.of(PacketType.ECHO_REQ, PING), new Answer(PacketType.ECHO_RES));
    }

    private void request(Packet packet, Expected answer) {
        // First: another thread may write the packet as soon as it is queued
        expected.add(answer);
        last = answer;
        answer.sentAt(out.send(packet));
    }

    /**
     * Takes a packet of the server.
     *
     * @param packet the packet
     * @throws ProtocolException if it answers nothing: the connection is of no more use
     */
    public void received(Packet packet) {
        switch (packet.type()) {
            case JOB_CREATED -> created(packet);
            case WORK_DATA, WORK_WARNING, WORK_STATUS -> update(packet);
            case WORK_COMPLETE, WORK_FAIL, WORK_EXCEPTION -> end(packet);
            case STATUS_RES, STATUS_RES_UNIQUE -> status(packet);
            case ECHO_RES, OPTION_RES -> answer(packet);
            case ERROR -> error(packet);
            default -> throw new ProtocolException(packet.type() + " is not for clients");
        }
    }

    private void created(Packet packet) {
        var handle = Wire.handle(packet.bytes(0));
        if (handle.isEmpty() || handle.length() > MAX_HANDLE) {
            throw new ProtocolException("A job handle of " + handle.length() + " characters");
        }
        var call = next(JobCall.class, packet);
        if (!call.isBackground()) {
            attachments.attach(handle, call);
        }
        call.created(handle);
    }

    private void update(Packet packet) {
        var call = attachments.next(Wire.handle(packet.bytes(0)));
        if (call == null || call.isAbandoned()) {
            return;
        }
        switch (packet.type()) {
            case WORK_DATA -> call.data(packet.data());
            case WORK_WARNING -> call.warning(packet.data());
            default -> call.status(Wire.number(packet.bytes(1)), Wire.number(packet.bytes(2)));
        }
    }

    private void end(Packet packet) {
        // A WORK_FAIL that old servers send after WORK_EXCEPTION finds nobody
        var call = attachments.end(Wire.handle(packet.bytes(0)));
        if (call == null || call.isAbandoned()) {
            return;
        }
        switch (packet.type()) {
            case WORK_COMPLETE -> call.completed(packet.data());
            case WORK_EXCEPTION -> call.excepted(packet.data());
            default -> call.failed();
        }
    }

    private void status(Packet packet) {
        next(StatusCall.class, packet)
                .answered(
                        Wire.flag(packet.bytes(1)),
                        Wire.flag(packet.bytes(2)),
                        Wire.number(packet.bytes(3)),
                        Wire.number(packet.bytes(4)));
    }

    private void answer(Packet packet) {
        if (next(Answer.class, packet).type != packet.type()) {
            throw unexpected(packet);
        }
    }

    private void error(Packet packet) {
        var refused = expected.poll();
        if (refused == null) {
            effects.serverError(packet.text(0), packet.text(1));
        } else {
            refused.refused(packet.text(0), packet.text(1));
        }
    }

    /** The request that this answers. Another one stays: it is told when the connection is given up. */
    private <E extends Expected> E next(Class<E> kind, Packet answer) {
        if (!kind.isInstance(expected.peek())) {
            throw unexpected(answer);
        }
        return kind.cast(expected.remove());
    }

    private static ProtocolException unexpected(Packet packet) {
        return new ProtocolException(packet.type() + " answers nothing that was asked");
    }

    /**
     * A call has been abandoned by its caller after it was accepted.
     *
     * @param handle its job
     */
    public void abandoned(String handle) {
        attachments.buried(handle);
    }

    /** {@return whether an answer is outstanding} */
    public boolean isAsked() {
        return !expected.isEmpty();
    }

    /**
     * {@return whether an answer is owed that comes before that to the last request} For who made it, before the next
     * one is made. If so, that answer is read after the request was queued.
     */
    public boolean isAskedBefore() {
        return expected.peek() != last;
    }

    /**
     * Whether requests wait to be written and nothing is owed for what was written. For the reader.
     *
     * @param bytesWritten how many bytes were handed to the socket
     * @return whether they must be written now, as no answer will come before
     */
    public boolean isWaiting(long bytesWritten) {
        var next = expected.peek();
        return next != null && !next.wasWritten(bytesWritten);
    }

    /** {@return whether no more than one thing is outstanding} Any thread. */
    public boolean isAlone() {
        var next = expected.peek();
        return next == null ? attachments.size() <= 1 : next == last && attachments.size() == 0;
    }

    /** {@return whether anything is outstanding} Any thread. */
    public boolean isIdle() {
        return !isAsked() && attachments.size() == 0;
    }

    /**
     * The connection is gone: tells everybody who still waits.
     *
     * @param bytesWritten how many bytes were handed to the socket
     * @param cause why; null where it was closed on purpose
     */
    public void lost(long bytesWritten, @Nullable Throwable cause) {
        for (@Nullable Expected waiting = expected.poll(); waiting != null; waiting = expected.poll()) {
            waiting.lost(waiting.wasWritten(bytesWritten) ? Loss.UNANSWERED : Loss.NOT_SENT, cause);
        }
        attachments.drain(call -> call.lost(Loss.ACCEPTED, cause));
    }

    /** Hears what belongs to no call. */
    @FunctionalInterface
    public interface Effects {

        /**
         * The server sent an error that answers nothing.
         *
         * @param code its code
         * @param text its text
         */
        void serverError(String code, String text);
    }

    private static final class Answer extends Expected {

        private final PacketType type;

        Answer(PacketType type) {
            this.type = type;
        }

        @Override
        protected void refused(String code, String text) {
            // An old server without the option works all the same
        }

        @Override
        protected void lost(Loss loss, @Nullable Throwable cause) {
            // Nobody waits for it
        }
    }
}
