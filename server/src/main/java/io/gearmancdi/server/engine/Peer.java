package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of one connection, be it that of a client, a worker, both or an operator.
 */
public final class Peer {
    private static final Packet NOOP = Packet.of(PacketType.NOOP);

    final Outlet outlet;
    private final Consumer<Peer> lost;
    private boolean gone;

    final long number;
    final String address;

    /** The functions it offers, in the order it offered them, with the milliseconds that a job may run, 0 for any. */
    final Map<Function, Long> abilities = new LinkedHashMap<>();

    /** The jobs it runs. */
    final JobList held = new JobList();

    /** The function of the last job it got. */
    @Nullable
    Function served;

    String clientId = "-";
    boolean wantsExceptions;
    boolean sleeping;

    /** The number of the last job that this peer ended with an exception, 0 for none. */
    long lastException;

    /** The newest of the submissions it waits for. */
    @Nullable
    Listener listening;

    Peer(Outlet outlet, long number, String address, Consumer<Peer> lost) {
        this.outlet = outlet;
        this.lost = lost;
        this.number = number;
        this.address = address;
    }

    /** Where the peer takes no more the engine is told, once: who sends may be amid a walk, and goes on with it. */
    void send(Packet packet) {
        if (gone) {
            return;
        }
        outlet.send(packet);
        if (outlet.isLost()) {
            gone = true;
            lost.accept(this);
        }
    }

    boolean isGone() {
        return gone;
    }

    /** Nothing is sent any more. */
    void leave() {
        gone = true;
    }

    void fallAsleep() {
        if (!sleeping) {
            sleeping = true;
            abilities.keySet().forEach(function -> function.sleepers.add(this));
        }
    }

    /** No function counts on this peer to be woken any more. */
    void stayAwake() {
        if (sleeping) {
            sleeping = false;
            abilities.keySet().forEach(function -> function.sleepers.remove(this));
        }
    }

    void wake() {
        stayAwake();
        send(NOOP);
    }
}
