package io.gearmancdi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The worker's view of the job it runs. Thread-safe; what is sent after the job's end is ignored.
 *
 * <p>The sending methods never block on the network; what they send is written at once or by the library's own thread.
 */
public interface GearmanJob {

    /** {@return the job on its server} */
    JobHandle handle();

    /** {@return the job's name without prefix} */
    String name();

    /** {@return the function on the wire} */
    String function();

    /** {@return the unique; empty if the submitter gave none} */
    Optional<String> unique();

    /** {@return whether nobody waits for the end any more: timed out, connection lost, or stopped by force} */
    boolean isCancelled();

    /** {@return the number of bytes that came} */
    int workloadSize();

    /** {@return the bytes that came; not a copy} */
    byte[] bytes();

    /** {@return the bytes that came, read as UTF-8} */
    String text();

    /**
     * Decodes the workload: {@code byte[]} and {@code String} as they came, everything else from JSON.
     *
     * @param type the type
     * @param <T> the type
     * @return the value; {@code null} if no bytes came
     * @throws WorkloadCodecException if the bytes are not of this type
     */
    <T> T as(Class<T> type);

    /**
     * As {@link #as(Class)}, for generic types.
     *
     * @param type the type
     * @param <T> the type
     * @return the value; {@code null} if no bytes came
     * @throws WorkloadCodecException if the bytes are not of this type
     */
    <T> T as(TypeRef<T> type);

    /**
     * Tells the clients how far the job is: WORK_STATUS.
     *
     * @param completed what is done
     * @param total what is to do
     */
    void sendStatus(long completed, long total);

    /**
     * Sends a part of the result: WORK_DATA. Clients join the parts; servers do not keep them.
     *
     * @param data encoded as a workload is
     */
    void sendData(@Nullable Object data);

    /**
     * Sends a warning: WORK_WARNING.
     *
     * @param warning encoded as a workload is
     */
    void sendWarning(@Nullable Object warning);
}
