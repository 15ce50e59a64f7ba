package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who takes which packet. A table, not a switch: what many packets go through stays small, and is compiled early and
 * apart from what it calls.
 */
final class Receivers {

    private final Map<PacketType, Receiver> byType = new EnumMap<>(PacketType.class);

    Receivers(ClientRequests clients, WorkerRequests workers, WorkReports reports) {
        set((peer, packet, now) -> peer.send(Answers.UNEXPECTED), PacketType.values());
        submissions(clients);
        set((peer, packet, now) -> clients.status(peer, packet), PacketType.GET_STATUS);
        set((peer, packet, now) -> clients.statusOfUnique(peer, packet), PacketType.GET_STATUS_UNIQUE);
        set((peer, packet, now) -> clients.option(peer, packet), PacketType.OPTION_REQ);
        abilities(workers);
        set(
                (peer, packet, now) -> workers.grab(peer, packet.type(), now),
                PacketType.GRAB_JOB,
                PacketType.GRAB_JOB_UNIQ,
                PacketType.GRAB_JOB_ALL);
        set((peer, packet, now) -> workers.sleep(peer), PacketType.PRE_SLEEP);
        set(
                (peer, packet, now) -> reports.report(peer, packet),
                PacketType.WORK_DATA,
                PacketType.WORK_WARNING,
                PacketType.WORK_STATUS,
                PacketType.WORK_COMPLETE,
                PacketType.WORK_FAIL,
                PacketType.WORK_EXCEPTION);
        set((peer, packet, now) -> peer.send(Packet.of(PacketType.ECHO_RES, packet.data())), PacketType.ECHO_REQ);
    }

    private void submissions(ClientRequests clients) {
        set(
                clients::submit,
                PacketType.SUBMIT_JOB,
                PacketType.SUBMIT_JOB_HIGH,
                PacketType.SUBMIT_JOB_LOW,
                PacketType.SUBMIT_JOB_BG,
                PacketType.SUBMIT_JOB_HIGH_BG,
                PacketType.SUBMIT_JOB_LOW_BG,
                PacketType.SUBMIT_JOB_EPOCH,
                PacketType.SUBMIT_REDUCE_JOB,
                PacketType.SUBMIT_REDUCE_JOB_BACKGROUND);
    }

    private void abilities(WorkerRequests workers) {
        set((peer, packet, now) -> workers.canDo(peer, packet.data(), 0), PacketType.CAN_DO);
        set((peer, packet, now) -> workers.canDoTimeout(peer, packet), PacketType.CAN_DO_TIMEOUT);
        set((peer, packet, now) -> workers.cantDo(peer, packet.data()), PacketType.CANT_DO);
        set((peer, packet, now) -> workers.reset(peer), PacketType.RESET_ABILITIES);
        set((peer, packet, now) -> workers.name(peer, packet), PacketType.SET_CLIENT_ID);
    }

    private void set(Receiver receiver, PacketType... types) {
        for (var type : types) {
            byType.put(type, receiver);
        }
    }

    void receive(Peer peer, Packet packet, long now) {
        byType.get(packet.type()).receive(peer, packet, now);
    }

    /** Takes packets of some types. */
    @FunctionalInterface
    private interface Receiver {
        void receive(Peer peer, Packet packet, long now);
    }
}
