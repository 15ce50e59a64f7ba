/** The I/O thread: channels, timers, connecting and reconnecting. Knows bytes and packets, not what they mean. Internal to the driver. */
@NullMarked
package io.gearmancdi.driver.io;

import org.jspecify.annotations.NullMarked;
