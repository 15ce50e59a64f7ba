package io.gearmancdi.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every packet type of the protocol with its arguments in wire order (PROTOCOL, "Client/Worker Requests" and
 * following).
 *
 * <p>An argument called {@code data} is opaque: it may hold any bytes and is always the last one. All others are byte
 * strings without NUL.
 */
public enum PacketType {
    /** A worker offers a function. */
    CAN_DO(1, Way.REQUEST, "function"),
    /** A worker withdraws a function. */
    CANT_DO(2, Way.REQUEST, "function"),
    /** A worker withdraws all its functions. */
    RESET_ABILITIES(3, Way.REQUEST),
    /** A worker is about to wait and wants a {@link #NOOP} when there is work. */
    PRE_SLEEP(4, Way.REQUEST),
    /** A number the protocol gave away and never used. */
    UNUSED(5, Way.NONE),
    /** Wakes a worker that sleeps. */
    NOOP(6, Way.RESPONSE),
    /** A foreground job of normal priority. */
    SUBMIT_JOB(7, Way.REQUEST, "function", "unique", "data"),
    /** The answer to every accepted submission. */
    JOB_CREATED(8, Way.RESPONSE, "handle"),
    /** A worker asks for a job. */
    GRAB_JOB(9, Way.REQUEST),
    /** There is no job for this worker. */
    NO_JOB(10, Way.RESPONSE),
    /** Gives a job to a worker. */
    JOB_ASSIGN(11, Way.RESPONSE, "handle", "function", "data"),
    /** Progress of a job; both numbers are text. */
    WORK_STATUS(12, Way.BOTH, "handle", "numerator", "denominator"),
    /** The end of a job that succeeded. */
    WORK_COMPLETE(13, Way.BOTH, "handle", "data"),
    /** The end of a job that failed. */
    WORK_FAIL(14, Way.BOTH, "handle"),
    /** A client asks how a job stands. */
    GET_STATUS(15, Way.REQUEST, "handle"),
    /** Asks the server to send the same bytes back. */
    ECHO_REQ(16, Way.REQUEST, "data"),
    /** The answer to {@link #ECHO_REQ}. */
    ECHO_RES(17, Way.RESPONSE, "data"),
    /** A background job of normal priority. */
    SUBMIT_JOB_BG(18, Way.REQUEST, "function", "unique", "data"),
    /** The server refuses a request. */
    ERROR(19, Way.RESPONSE, "code", "text"),
    /** The answer to {@link #GET_STATUS}. */
    STATUS_RES(20, Way.RESPONSE, "handle", "known", "running", "numerator", "denominator"),
    /** A foreground job of high priority. */
    SUBMIT_JOB_HIGH(21, Way.REQUEST, "function", "unique", "data"),
    /** Names the connection in the server's list of workers. */
    SET_CLIENT_ID(22, Way.REQUEST, "id"),
    /** Like {@link #CAN_DO}; a job of this function may run for so many milliseconds. */
    CAN_DO_TIMEOUT(23, Way.REQUEST, "function", "timeout"),
    /** A worker has one server only; gearmand refuses it. */
    ALL_YOURS(24, Way.REQUEST),
    /** The end of a job that failed with an exception. */
    WORK_EXCEPTION(25, Way.BOTH, "handle", "data"),
    /** Asks for an option on this connection. */
    OPTION_REQ(26, Way.REQUEST, "option"),
    /** The answer to {@link #OPTION_REQ}. */
    OPTION_RES(27, Way.RESPONSE, "option"),
    /** A part of a job's result. */
    WORK_DATA(28, Way.BOTH, "handle", "data"),
    /** A warning about a job that goes on. */
    WORK_WARNING(29, Way.BOTH, "handle", "data"),
    /** Like {@link #GRAB_JOB}, with the unique in the answer. */
    GRAB_JOB_UNIQ(30, Way.REQUEST),
    /** The answer to {@link #GRAB_JOB_UNIQ}. */
    JOB_ASSIGN_UNIQ(31, Way.RESPONSE, "handle", "function", "unique", "data"),
    /** A background job of high priority. */
    SUBMIT_JOB_HIGH_BG(32, Way.REQUEST, "function", "unique", "data"),
    /** A foreground job of low priority. */
    SUBMIT_JOB_LOW(33, Way.REQUEST, "function", "unique", "data"),
    /** A background job of low priority. */
    SUBMIT_JOB_LOW_BG(34, Way.REQUEST, "function", "unique", "data"),
    /** A background job at recurring times; gearmand refuses it. */
    SUBMIT_JOB_SCHED(35, Way.REQUEST, "function", "unique", "minute", "hour", "day", "month", "weekday", "data"),
    /** A background job that starts at a time given as seconds since 1970. */
    SUBMIT_JOB_EPOCH(36, Way.REQUEST, "function", "unique", "time", "data"),
    /** A foreground job with a reducer; the document forgets the aggregator, which may be empty but is always sent. */
    SUBMIT_REDUCE_JOB(37, Way.REQUEST, "function", "unique", "reducer", "aggregator", "data"),
    /** A background job with a reducer. */
    SUBMIT_REDUCE_JOB_BACKGROUND(38, Way.REQUEST, "function", "unique", "reducer", "aggregator", "data"),
    /** Like {@link #GRAB_JOB}, with unique and reducer in the answer. */
    GRAB_JOB_ALL(39, Way.REQUEST),
    /** The answer to {@link #GRAB_JOB_ALL} where the job has a reducer. */
    JOB_ASSIGN_ALL(40, Way.RESPONSE, "handle", "function", "unique", "reducer", "data"),
    /** A client asks how the job with a unique stands. */
    GET_STATUS_UNIQUE(41, Way.REQUEST, "unique"),
    /** The answer to {@link #GET_STATUS_UNIQUE}; its first argument is the unique, not the handle. */
    STATUS_RES_UNIQUE(42, Way.RESPONSE, "unique", "known", "running", "numerator", "denominator", "clients");

    private static final PacketType[] BY_CODE = byCode();

    private final int code;
    private final Way way;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> arguments;

    private final boolean data;

    PacketType(int code, Way way, String... arguments) {
        this.code = code;
        this.way = way;
        this.arguments = List.of(arguments);
        this.data = arguments.length > 0 && arguments[arguments.length - 1].equals("data");
    }

    /**
     * The number on the wire.
     *
     * @return 1 … 42
     */
    public int code() {
        return code;
    }

    /**
     * The names of the arguments in wire order.
     *
     * @return an immutable list; opaque data is the last one and is called {@code data}
     */
    public List<String> arguments() {
        return arguments;
    }

    /**
     * Whether the last argument is opaque data.
     *
     * @return true where it may hold any bytes
     */
    public boolean hasData() {
        return data;
    }

    /**
     * Whether clients or workers send this type.
     *
     * @return true for a request
     */
    public boolean toServer() {
        return way == Way.REQUEST || way == Way.BOTH;
    }

    /**
     * Whether the job server sends this type.
     *
     * @return true for a response
     */
    public boolean fromServer() {
        return way == Way.RESPONSE || way == Way.BOTH;
    }

    /**
     * Looks a type up by its number.
     *
     * @param code any number, also one that a hostile peer sent
     * @return the type, or null where there is none
     */
    @SuppressWarnings("exports") // users of this module need no jspecify
    public static @Nullable PacketType ofCode(int code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }

    private static PacketType[] byCode() {
        var types = new PacketType[values().length + 1];
        for (var type : values()) {
            types[type.code] = type;
        }
        return types;
    }

    private enum Way {
        REQUEST,
        RESPONSE,
        BOTH,
        NONE
    }
}
