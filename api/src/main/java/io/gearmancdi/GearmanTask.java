package io.gearmancdi;

import java.util.Optional;

/**
 * The client's view of one submission, also of a single call. Thread-safe; what it tells changes as the job goes on.
 */
public interface GearmanTask {

    /** {@return the place in its task set, from 0; 0 for a single call} */
    int index();

    /** {@return the name that the caller gave} */
    String job();

    /** {@return the function on the wire} */
    String function();

    /** {@return the unique; empty if none was sent} */
    String unique();

    /** {@return whether nobody waits for the result} */
    boolean isBackground();

    /** {@return the handle, once the server has given it} */
    Optional<JobHandle> handle();

    /**
     * The very object that the caller attached.
     *
     * @param type its type
     * @param <C> its type
     * @return the object; empty if there is none of this type
     */
    <C> Optional<C> context(Class<C> type);

    /** {@return how it ended; {@link ReturnCode#IO_WAIT} until then} */
    ReturnCode returnCode();
}
