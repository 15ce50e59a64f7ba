package io.gearmancdi.testing;

import java.time.Duration;

/** What a {@link ScriptedServer} does at a {@link FaultPoint} in place of passing a packet on. Immutable. */
public final class Fault {
    enum Kind {
        CLOSE,
        RESET,
        SILENCE,
        DROP,
        CUT,
        GARBAGE,
        ERROR,
        REPEAT,
        DELAY
    }

    final Kind kind;
    final Duration delay;
    final String code;
    final String text;

    private Fault(Kind kind, Duration delay, String code, String text) {
        this.kind = kind;
        this.delay = delay;
        this.code = code;
        this.text = text;
    }

    private static Fault of(Kind kind) {
        return new Fault(kind, Duration.ZERO, "", "");
    }

    /**
     * Closes the connection in place of passing the packet on.
     *
     * @return the fault
     */
    public static Fault close() {
        return of(Kind.CLOSE);
    }

    /**
     * Resets the connection, as a server does that is killed, in place of passing the packet on.
     *
     * @return the fault
     */
    public static Fault reset() {
        return of(Kind.RESET);
    }

    /**
     * Keeps the connection open, but passes nothing on any more in this direction, beginning with the packet. What
     * comes is read and forgotten, so that the connection ends when the peer closes it.
     *
     * @return the fault
     */
    public static Fault silence() {
        return of(Kind.SILENCE);
    }

    /**
     * Loses this one packet.
     *
     * @return the fault
     */
    public static Fault drop() {
        return of(Kind.DROP);
    }

    /**
     * Passes on half of the packet, then closes the connection.
     *
     * @return the fault
     */
    public static Fault cut() {
        return of(Kind.CUT);
    }

    /**
     * Sends to the peer bytes that are no packet, in place of passing the packet on; then as {@link #silence()}.
     *
     * @return the fault
     */
    public static Fault garbage() {
        return of(Kind.GARBAGE);
    }

    /**
     * Sends an ERROR to the peer, in place of passing the packet on.
     *
     * @param code the code, such as {@code QUEUE_ERROR}
     * @param text the text
     * @return the fault
     */
    public static Fault error(String code, String text) {
        return new Fault(Kind.ERROR, Duration.ZERO, code, text);
    }

    /**
     * Passes the packet on twice.
     *
     * @return the fault
     */
    public static Fault repeat() {
        return of(Kind.REPEAT);
    }

    /**
     * Passes the packet on, and all that follows it in this direction, later.
     *
     * @param delay by how much
     * @return the fault
     */
    public static Fault delay(Duration delay) {
        return new Fault(Kind.DELAY, delay, "", "");
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
