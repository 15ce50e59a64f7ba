package io.gearmancdi.spi;

import io.gearmancdi.SubmitMethod;
import io.gearmancdi.UniqueRule;
import java.util.Optional;

/** A submission that needs a unique. */
public interface Submitted {

    /** {@return the name that the caller gave, without prefix} */
    String job();

    /** {@return the function on the wire} */
    String function();

    /** {@return the encoded workload; not a copy, not to be changed} */
    byte[] workload();

    /** {@return foreground or background, and the priority; never DEFAULT} */
    SubmitMethod method();

    /** {@return where the caller wants the unique to come from} */
    UniqueRule rule();

    /** {@return the caller's own unique} */
    Optional<String> key();

    /** {@return whether {@code gearman.defaults.generate-unique-key} is on} */
    boolean generationEnabled();
}
