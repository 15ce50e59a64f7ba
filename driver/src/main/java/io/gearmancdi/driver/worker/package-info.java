/** Slots, turns, limits and drain: the workers over {@code session} and {@code io}. Internal to the driver. */
@NullMarked
package io.gearmancdi.driver.worker;

import org.jspecify.annotations.NullMarked;
