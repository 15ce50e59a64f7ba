package io.gearmancdi.driver.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.ExceptionPolicy;
import io.gearmancdi.JobFailure;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * How a job ended and what its clients are told.
 *
 * @param code the outcome
 * @param packets the end, last of all
 */
record JobEnd(ReturnCode code, List<Packet> packets) {

    private static final int MAX_MESSAGE = 4 * 1024;

    static JobEnd completed(String handle, byte[] result) {
        return new JobEnd(
                ReturnCode.SUCCESS, List.of(Packet.of(PacketType.WORK_COMPLETE, handle.getBytes(ISO_8859_1), result)));
    }

    /** WORK_FAIL, with a reason before it where there is one. */
    static JobEnd failed(String handle, String reason) {
        var name = handle.getBytes(ISO_8859_1);
        var fail = Packet.of(PacketType.WORK_FAIL, name);
        return new JobEnd(
                ReturnCode.WORK_FAIL,
                reason.isEmpty()
                        ? List.of(fail)
                        : List.of(Packet.of(PacketType.WORK_WARNING, name, cut(reason)), fail));
    }

    static JobEnd threw(String handle, Throwable thrown, ExceptionPolicy policy) {
        var cause = unwrap(thrown);
        if (cause instanceof JobFailure failure) {
            return failed(handle, failure.getMessage());
        }
        var message = cause.getMessage() == null
                ? cause.getClass().getName()
                : cause.getClass().getName() + ": " + cause.getMessage();
        if (policy == ExceptionPolicy.FAIL) {
            return failed(handle, message);
        }
        return new JobEnd(
                ReturnCode.WORK_EXCEPTION,
                List.of(Packet.of(PacketType.WORK_EXCEPTION, handle.getBytes(ISO_8859_1), cut(message))));
    }

    static Throwable unwrap(Throwable thrown) {
        var cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** At most 4 KiB, never half a character. */
    private static byte[] cut(String message) {
        var bytes = message.getBytes(UTF_8);
        if (bytes.length <= MAX_MESSAGE) {
            return bytes;
        }
        int length = MAX_MESSAGE;
        while ((bytes[length] & 0xC0) == 0x80) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }
}
