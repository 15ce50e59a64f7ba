package io.gearmancdi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The family of everything that goes wrong between an application and its job servers. The message names the thing and
 * the mend, and never holds a workload.
 */
public class GearmanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable String function;
    private final transient @Nullable JobHandle handle;
    private final transient @Nullable ServerAddress server;

    /**
     * Makes an exception that knows what it is about.
     *
     * @param message what happened and what to do
     * @param function the function on the wire, or the name that the caller gave
     * @param handle the job
     * @param server the server
     * @param cause why
     */
    protected GearmanException(
            String message,
            @Nullable String function,
            @Nullable JobHandle handle,
            @Nullable ServerAddress server,
            @Nullable Throwable cause) {
        super(message, cause);
        this.function = function;
        this.handle = handle;
        this.server = server;
    }

    /** {@return the function on the wire, or the name that the caller gave} */
    public Optional<String> function() {
        return Optional.ofNullable(function);
    }

    /** {@return the job} */
    public Optional<JobHandle> handle() {
        return Optional.ofNullable(handle);
    }

    /** {@return the server} */
    public Optional<ServerAddress> server() {
        return Optional.ofNullable(server);
    }
}
