/**
 * What the protocol demands of a job server, byte by byte, by the same tests on the embedded one and on gearmand.
 *
 * <p>Where gearmand is known to do wrong, a test bears {@link io.gearmancdi.it.conformance.GearmandFault}: on gearmand
 * it must fail.
 */
@NullMarked
package io.gearmancdi.it.conformance;

import org.jspecify.annotations.NullMarked;
