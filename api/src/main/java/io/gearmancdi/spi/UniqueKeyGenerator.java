package io.gearmancdi.spi;

import java.util.Optional;

/** Makes the unique of every submission. In CDI, an {@code @Alternative} bean of this type replaces the library's. */
@FunctionalInterface
public interface UniqueKeyGenerator {

    /**
     * Makes a unique. Runs in the caller's thread, before anything is sent.
     *
     * @param submission what is submitted
     * @return 1 to 63 bytes in UTF-8 without NUL; empty: none
     */
    Optional<String> generate(Submitted submission);
}
