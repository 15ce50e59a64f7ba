package io.gearmancdi.discovery;

import java.util.Optional;

/** One step of the ladder: an annotation, or the keys of one name. */
@FunctionalInterface
interface Rung {

    /**
     * Looks an attribute up.
     *
     * @param attribute the attribute
     * @return its value here; empty if it is not set here
     */
    Optional<Sourced> find(Attribute attribute);
}
