/**
 * The public API of gearman-cdi.
 *
 * <p>Applications annotate workers with {@link io.gearmancdi.Work} and {@link io.gearmancdi.Job}, inject
 * {@link io.gearmancdi.GearmanClient} and {@link io.gearmancdi.GearmanWorkers}, and observe what
 * {@link io.gearmancdi.event} holds. They call these interfaces and do not implement them, except
 * {@link io.gearmancdi.JobHandler}; methods may be added in any release.
 */
@NullMarked
package io.gearmancdi;

import org.jspecify.annotations.NullMarked;
