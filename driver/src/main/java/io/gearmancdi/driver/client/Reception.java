package io.gearmancdi.driver.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.ReturnCode;
import io.gearmancdi.driver.payload.Payloads;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what comes of one job until it ends. Confined to the reader of the connection. */
final class Reception {

    private final Payloads payloads;
    private final int maxSize;
    private @Nullable List<byte[]> parts;
    private byte @Nullable [] lastWarning;
    private long size;

    /**
     * @param maxSize how large the joined parts may grow, in bytes
     */
    Reception(Payloads payloads, int maxSize) {
        this.payloads = payloads;
        this.maxSize = maxSize;
    }

    /** Takes a part of the result; false if there is no room for it, and then none of the parts is kept. */
    boolean add(byte[] part) {
        if (!fits(part)) {
            parts = null;
            return false;
        }
        if (parts == null) {
            parts = new ArrayList<>(2);
        }
        parts.add(part);
        size += part.length;
        return true;
    }

    boolean fits(byte[] more) {
        return size + more.length <= maxSize;
    }

    void warn(byte[] warning) {
        lastWarning = warning;
    }

    DefaultJobResult completed(ClientTask task, byte[] payload) {
        return result(task, ReturnCode.SUCCESS, payload, "");
    }

    /** WORK_FAIL carries no text; what the worker warned of last is the best reason there is. */
    DefaultJobResult failed(ClientTask task) {
        var message = lastWarning == null ? "" : new String(lastWarning, UTF_8);
        return result(task, ReturnCode.WORK_FAIL, null, message);
    }

    DefaultJobResult excepted(ClientTask task, byte[] exception) {
        return result(task, ReturnCode.WORK_EXCEPTION, null, new String(exception, UTF_8));
    }

    private DefaultJobResult result(ClientTask task, ReturnCode code, byte @Nullable [] payload, String message) {
        List<byte[]> received = parts == null ? List.of() : List.copyOf(parts);
        // A job that has ended was accepted
        var handle = task.handle().orElseThrow();
        return new DefaultJobResult(payloads, task.function(), handle, code, received, payload, message);
    }
}
