/**
 * The beans: client and workers, their start and stop, the bridge from the driver's events to observers, the request
 * context of each job, and the choice of the executor.
 *
 * <p>Public types are for {@code io.gearmancdi.cdi.portable} and {@code io.gearmancdi.cdi.build} only: one of the two
 * runs and makes the one bean of type {@link io.gearmancdi.cdi.Findings}.
 */
@NullMarked
package io.gearmancdi.cdi;

import org.jspecify.annotations.NullMarked;
