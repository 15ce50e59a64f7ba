package io.gearmancdi;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * How a foreground job ended. That a job failed is a value, not an exception; only trouble of transport is thrown.
 *
 * <p>Immutable and thread-safe as long as nobody writes into the arrays it hands out. The five methods that read the
 * result throw {@link JobFailedException} if the job did not complete.
 */
public interface JobResult {

    /** {@return the job} */
    JobHandle handle();

    /** {@return SUCCESS, WORK_FAIL or WORK_EXCEPTION} */
    ReturnCode returnCode();

    /** {@return whether the job completed} */
    boolean isSuccess();

    /** {@return what the worker told, if the job did not complete} */
    Optional<RemoteFailure> failure();

    /**
     * All data packets joined, then the payload of WORK_COMPLETE, as libgearman does it.
     *
     * @return the result; not a copy
     * @throws JobFailedException if the job did not complete
     */
    byte[] bytes();

    /**
     * {@link #bytes} read as UTF-8.
     *
     * @return the result
     * @throws JobFailedException if the job did not complete
     */
    String text();

    /**
     * {@link #bytes} without a copy.
     *
     * @return a read-only buffer
     * @throws JobFailedException if the job did not complete
     */
    ByteBuffer buffer();

    /**
     * Decodes the payload of WORK_COMPLETE alone. {@code byte[]} and {@code String} are given as they came; everything
     * else is read as JSON; no bytes are {@code null}.
     *
     * @param type the type
     * @param <T> the type
     * @return the result; {@code null} if the job returned nothing
     * @throws JobFailedException if the job did not complete
     * @throws WorkloadCodecException if the payload is not of this type
     */
    <T> T as(Class<T> type);

    /**
     * As {@link #as(Class)}, for generic types.
     *
     * @param type the type
     * @param <T> the type
     * @return the result; {@code null} if the job returned nothing
     * @throws JobFailedException if the job did not complete
     * @throws WorkloadCodecException if the payload is not of this type
     */
    <T> T as(TypeRef<T> type);

    /** {@return the payloads of the data packets, in order; also of a job that failed} */
    List<byte[]> data();

    /**
     * Turns a failed job into an exception.
     *
     * @return this result, if the job completed
     * @throws JobFailedException if it did not
     */
    JobResult orThrow();
}
