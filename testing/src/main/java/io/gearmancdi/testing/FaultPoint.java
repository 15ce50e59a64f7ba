package io.gearmancdi.testing;

import io.gearmancdi.protocol.PacketType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a {@link ScriptedServer} can misbehave: a moment in the life of a connection or a job, as the server sees it.
 */
public enum FaultPoint {
    /** A connection was accepted; nothing has been read. */
    CONNECTION(true),
    /** A client submits a job, of whatever kind. */
    SUBMISSION(
            true,
            PacketType.SUBMIT_JOB,
            PacketType.SUBMIT_JOB_HIGH,
            PacketType.SUBMIT_JOB_LOW,
            PacketType.SUBMIT_JOB_BG,
            PacketType.SUBMIT_JOB_HIGH_BG,
            PacketType.SUBMIT_JOB_LOW_BG,
            PacketType.SUBMIT_JOB_EPOCH,
            PacketType.SUBMIT_REDUCE_JOB,
            PacketType.SUBMIT_REDUCE_JOB_BACKGROUND),
    /** The job exists; its client is about to be told the handle. */
    ACCEPTANCE(false, PacketType.JOB_CREATED),
    /** A worker offers a function. */
    OFFER(true, PacketType.CAN_DO, PacketType.CAN_DO_TIMEOUT),
    /** A worker asks for a job. */
    GRAB(true, PacketType.GRAB_JOB, PacketType.GRAB_JOB_UNIQ, PacketType.GRAB_JOB_ALL),
    /** A worker is about to get a job, which is its own already. */
    ASSIGNMENT(false, PacketType.JOB_ASSIGN, PacketType.JOB_ASSIGN_UNIQ, PacketType.JOB_ASSIGN_ALL),
    /** A worker is about to hear that there is no job. */
    NO_JOB(false, PacketType.NO_JOB),
    /** A worker is about to be woken. */
    WAKE_UP(false, PacketType.NOOP),
    /** A worker sends data, a warning or progress. */
    REPORT(true, PacketType.WORK_DATA, PacketType.WORK_WARNING, PacketType.WORK_STATUS),
    /** A worker ends a job. */
    RESULT(true, PacketType.WORK_COMPLETE, PacketType.WORK_FAIL, PacketType.WORK_EXCEPTION),
    /** A client is about to get data, a warning or progress. */
    UPDATE(false, PacketType.WORK_DATA, PacketType.WORK_WARNING, PacketType.WORK_STATUS),
    /** A client is about to hear of the end of a job. */
    OUTCOME(false, PacketType.WORK_COMPLETE, PacketType.WORK_FAIL, PacketType.WORK_EXCEPTION),
    /** A peer asks for an echo, which many do to see whether the server is alive. */
    HEARTBEAT(true, PacketType.ECHO_REQ),
    /** A peer asks for an option. */
    OPTION(true, PacketType.OPTION_REQ),
    /** A client asks how a job stands. */
    STATUS_REQUEST(true, PacketType.GET_STATUS, PacketType.GET_STATUS_UNIQUE);

    private final boolean request;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<PacketType> types;

    FaultPoint(boolean request, PacketType... types) {
        this.request = request;
        this.types = EnumSet.noneOf(PacketType.class);
        this.types.addAll(Set.of(types));
    }

    boolean isPassedBy(PacketType type, boolean toServer) {
        return request == toServer && types.contains(type);
    }
}
