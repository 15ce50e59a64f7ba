/**
 * State machines of one connection: packets and time in, packets and effects out. No sockets, threads or clocks.
 * Internal to the driver.
 */
@NullMarked
package io.gearmancdi.driver.session;

import org.jspecify.annotations.NullMarked;
