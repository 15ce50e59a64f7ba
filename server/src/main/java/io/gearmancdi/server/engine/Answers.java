package io.gearmancdi.server.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;

/** Packets that the server makes itself. Codes and texts of errors are those of gearmand. */
final class Answers {
    static final Packet NO_JOB = Packet.of(PacketType.NO_JOB);
    static final Packet UNEXPECTED = error("INVALID_COMMAND", "Command not expected");
    static final Packet WRONG_MAGIC = error("INVALID_MAGIC", "Request magic expected");
    static final Packet UNKNOWN_OPTION = error("UNKNOWN_OPTION", "Server does not recognize given option");
    static final Packet QUEUE_FULL = error("QUEUE_ERROR", "Job queue is full");
    static final Packet UNIQUE_TOO_LONG = error("ARGUMENT_TOO_LARGE", "Unique value too large");

    static final Packet BAD_FUNCTION = error("INVALID_FUNCTION_NAME", "Function name too large or not legal");

    static final Packet TOO_MANY_ABILITIES =
            error("TOO_MANY_FUNCTIONS", "A connection offers no more than " + WorkerRequests.MOST_ABILITIES);
    static final Packet TOO_LARGE =
            error("ARGUMENT_TOO_LARGE", "Job too large: with its handle it would exceed the limit of a packet");

    private static final String JOB_NOT_FOUND = "JOB_NOT_FOUND";
    private static final Packet NO_SUCH_RESULT = error(JOB_NOT_FOUND, "Job given in work result not found");
    private static final Packet NO_SUCH_JOB = error(JOB_NOT_FOUND, "Job does not exist on server");
    private static final Packet NO_SUCH_EXCEPTION =
            error(JOB_NOT_FOUND, "An exception was received for a job that does not exist");

    private static final byte[] YES = {'1'};
    private static final byte[] NO = {'0'};

    private Answers() {}

    private static Packet error(String code, String text) {
        return Packet.ofText(PacketType.ERROR, code, text);
    }

    static Packet jobNotFound(PacketType update) {
        return switch (update) {
            case WORK_DATA, WORK_WARNING -> NO_SUCH_JOB;
            case WORK_EXCEPTION -> NO_SUCH_EXCEPTION;
            default -> NO_SUCH_RESULT;
        };
    }

    static byte[] flag(boolean value) {
        return value ? YES : NO;
    }

    static byte[] number(long value) {
        return value == 0 ? NO : Long.toString(value).getBytes(UTF_8);
    }
}
