package io.gearmancdi.driver.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.ProtocolException;
import java.util.Arrays;
import java.util.List;

/**
 * The worker's side of one connection: offers functions, asks for jobs, sleeps, drains. Never asks for more jobs than
 * there are free slots: one that waited here could not be taken by others. Guarded by its owner.
 */
public final class WorkerSession {

    private static final Packet GRAB = Packet.of(PacketType.GRAB_JOB_UNIQ);
    private static final Packet PRE_SLEEP = Packet.of(PacketType.PRE_SLEEP);
    private static final byte[] PING = "ping".getBytes(UTF_8);
    private static final byte[] BARRIER = "drained".getBytes(UTF_8);
    private static final int MAX_WINDOW = 1024;
    private static final int MAX_CALLS = 1000;

    private final PacketSink out;
    private final Slots slots;
    private final Effects effects;
    private final SpinGuard guard = new SpinGuard();
    private int window = 1;
    private int outstanding;
    private int overdue;
    private int running;
    private int answersToConfirm;
    private boolean jobsLikely = true;
    private boolean called;
    private int calls;
    private boolean paused;
    private boolean suspended;
    private boolean draining;
    private boolean barrier;

    /**
     * Starts a session on a fresh connection.
     *
     * @param out takes requests
     * @param slots where jobs can run
     * @param effects hears of jobs
     */
    public WorkerSession(PacketSink out, Slots slots, Effects effects) {
        this.out = out;
        this.slots = slots;
        this.effects = effects;
    }

    /**
     * Introduces the worker and offers its functions. To be called first; {@link #grab} follows.
     *
     * @param id what the server's listing shows
     * @param functions in any order; gearmand serves the last one first
     */
    public void open(String id, List<String> functions) {
        out.send(Packet.ofText(PacketType.SET_CLIENT_ID, id));
        for (var function : functions) {
            out.send(Packet.ofText(PacketType.CAN_DO, function));
        }
    }

    /**
     * Asks for as many jobs as make sense now: one after a silence, twice as many after each that came.
     *
     * @return whether any was asked for
     */
    public boolean grab() {
        int before = outstanding;
        while (jobsLikely && !draining && !paused && !suspended && outstanding < window && slots.tryReserve()) {
            outstanding++;
            out.send(GRAB);
        }
        return outstanding > before;
    }

    /** {@return whether a job was asked for, or the end of a drain, and nothing has come} */
    public boolean isAsked() {
        return outstanding > 0 || (barrier && answersToConfirm == 0);
    }

    /**
     * The server is silent: gives back the slots that were to be filled, and asks for nothing until it says something.
     * A job that comes all the same is taken.
     */
    public void suspend() {
        suspended = true;
        giveBack();
    }

    /** {@return whether the server is still silent} */
    public boolean isSuspended() {
        return suspended;
    }

    /**
     * {@return whether nothing is lost if a drain does not wait for this server: it is silent, nothing runs for it, and
     * it has read how the last job ended, since it answered a later packet}
     */
    public boolean isGivenUp() {
        return draining && suspended && running == 0 && answersToConfirm == 0;
    }

    private void giveBack() {
        for (; overdue < outstanding; overdue++) {
            slots.release();
        }
    }

    /**
     * Takes a packet of the server. What can be asked for after it is asked for by the next {@link #grab}.
     *
     * @param packet the packet
     * @throws ProtocolException if no server would send it
     */
    public void received(Packet packet) {
        suspended = false;
        switch (packet.type()) {
            case NOOP -> noop();
            case NO_JOB -> noJob();
            case JOB_ASSIGN -> assigned(packet, "");
            case JOB_ASSIGN_UNIQ, JOB_ASSIGN_ALL -> assigned(packet, packet.text(2));
            case ECHO_RES -> {
                if (barrier && Arrays.equals(packet.data(), BARRIER)) {
                    effects.drained();
                }
            }
            case ERROR -> effects.serverError(packet.text(0), packet.text(1));
            case OPTION_RES -> {}
            default -> throw new ProtocolException(packet.type() + " is not for workers");
        }
    }

    private void noop() {
        if (++calls > MAX_CALLS) {
            throw new ProtocolException(MAX_CALLS + " NOOP in a row");
        }
        called = true;
        jobsLikely = true;
    }

    private void noJob() {
        if (!answered(PacketType.NO_JOB)) {
            slots.release();
        }
        window = 1;
        if (outstanding > 0) {
            return;
        }
        jobsLikely = false;
        long pause = called ? guard.fruitless() : 0;
        called = false;
        if (draining) {
            checkDrained();
        } else if (pause > 0) {
            paused = true;
            effects.pause(pause);
        } else {
            out.send(PRE_SLEEP);
        }
    }

    private void assigned(Packet packet, String unique) {
        if (answered(packet.type())) {
            slots.reserveLate();
        }
        running++;
        called = false;
        jobsLikely = true;
        guard.fruitful();
        window = Math.min(MAX_WINDOW, window * 2);
        effects.assigned(
                new Assignment(new String(packet.bytes(0), ISO_8859_1), packet.text(1), unique, packet.data()));
    }

    /** {@return whether the slot was given back before} */
    private boolean answered(PacketType type) {
        if (outstanding == 0) {
            throw new ProtocolException(type + " without a GRAB_JOB");
        }
        outstanding--;
        answersToConfirm -= answersToConfirm > 0 ? 1 : 0;
        calls = 0;
        boolean late = overdue > 0;
        overdue -= late ? 1 : 0;
        return late;
    }

    /**
     * A job of this session sends something.
     *
     * @param packet one of WORK_DATA, WORK_WARNING, WORK_STATUS
     */
    public void send(Packet packet) {
        out.send(packet);
    }

    /**
     * A job of this session has ended.
     *
     * @param end what its clients are told, the end last
     */
    public void ended(List<Packet> end) {
        end.forEach(out::send);
        running--;
        answersToConfirm = outstanding + 1;
        checkDrained();
    }

    /** The pause is over, or nothing was heard for long: asks again. */
    public void poll() {
        paused = false;
        if (outstanding == 0 && !draining) {
            jobsLikely = true;
        }
    }

    /** Asks for a sign of life. */
    public void ping() {
        out.send(Packet.of(PacketType.ECHO_REQ, PING));
    }

    /**
     * Asks for no further job. When what was asked for is answered and what runs has ended, an echo makes sure that the
     * server has read everything; then {@link Effects#drained} says so.
     */
    public void drain() {
        draining = true;
        checkDrained();
    }

    private void checkDrained() {
        if (draining && !barrier && outstanding == 0 && running == 0) {
            barrier = true;
            out.send(Packet.of(PacketType.ECHO_REQ, BARRIER));
        }
    }

    /** The connection is gone: gives back the slots that were to be filled. */
    public void lost() {
        giveBack();
        draining = true;
    }

    /** What a session does beyond sending packets. */
    public interface Effects {

        /**
         * A job has come, for the slot that was reserved for it.
         *
         * @param job the job
         */
        void assigned(Assignment job);

        /**
         * Nothing is to be asked for a while; then {@link #poll} is due.
         *
         * @param nanos how long
         */
        void pause(long nanos);

        /** Everything has ended and the server knows it: the connection can be closed. */
        void drained();

        /**
         * The server sent an error.
         *
         * @param code its code
         * @param text its text
         */
        void serverError(String code, String text);
    }
}
