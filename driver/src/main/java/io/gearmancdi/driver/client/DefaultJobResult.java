package io.gearmancdi.driver.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.JobFailedException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobResult;
import io.gearmancdi.RemoteFailure;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.TypeRef;
import io.gearmancdi.driver.log.Printable;
import io.gearmancdi.driver.payload.Payloads;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a foreground job ended. */
final class DefaultJobResult implements JobResult {

    private final Payloads payloads;
    private final String function;
    private final JobHandle handle;
    private final ReturnCode code;
    private final List<byte[]> chunks;
    private final byte @Nullable [] payload;
    private final String message;

    DefaultJobResult(
            Payloads payloads,
            String function,
            JobHandle handle,
            ReturnCode code,
            List<byte[]> chunks,
            byte @Nullable [] payload,
            String message) {
        this.payloads = payloads;
        this.function = function;
        this.handle = handle;
        this.code = code;
        this.chunks = chunks;
        this.payload = payload;
        this.message = message;
    }

    @Override
    public JobHandle handle() {
        return handle;
    }

    @Override
    public ReturnCode returnCode() {
        return code;
    }

    @Override
    public boolean isSuccess() {
        return payload != null;
    }

    @Override
    public Optional<RemoteFailure> failure() {
        return payload != null ? Optional.empty() : Optional.of(new RemoteFailure(code, message));
    }

    @Override
    public byte[] bytes() {
        var last = payload();
        if (chunks.isEmpty()) {
            return last;
        }
        var joined = ByteBuffer.allocate(
                chunks.stream().mapToInt(chunk -> chunk.length).sum() + last.length);
        chunks.forEach(joined::put);
        return joined.put(last).array();
    }

    @Override
    public String text() {
        return new String(bytes(), UTF_8);
    }

    @Override
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes()).asReadOnlyBuffer();
    }

    @Override
    public <T> T as(Class<T> type) {
        return decode(type);
    }

    @Override
    public <T> T as(TypeRef<T> type) {
        return decode(type.type());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    private <T> T decode(Type type) {
        return (T) payloads.decode(payload(), type, "The result of '" + function + "'");
    }

    @Override
    public List<byte[]> data() {
        return chunks;
    }

    @Override
    public JobResult orThrow() {
        payload();
        return this;
    }

    private byte[] payload() {
        if (payload == null) {
            throw failed();
        }
        return payload;
    }

    JobFailedException failed() {
        var what = code == ReturnCode.WORK_EXCEPTION ? "' threw" : "' failed";
        return new JobFailedException(
                "'" + function + what + (message.isEmpty() ? "" : ": " + Printable.of(message)) + " (" + handle + ")",
                function,
                handle,
                new RemoteFailure(code, message));
    }

    @Override
    public String toString() {
        return function + " " + handle + " " + code;
    }
}
