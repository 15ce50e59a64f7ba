/**
 * Even load for minutes or hours: nothing grows, nothing becomes slower, nothing is lost. {@code -Dsoak.duration=PT2H}
 * makes a run longer.
 */
@NullMarked
package io.gearmancdi.it.soak;

import org.jspecify.annotations.NullMarked;
