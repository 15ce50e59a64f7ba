/**
 * The I/O thread: channels, timers, connecting and reconnecting. Knows bytes and packets, not what they mean. Internal
 * to the driver.
 *
 * <p>One thread at a time reads a connection. It is the I/O thread, unless reading is <em>lent</em>: a thread that has
 * nothing else to do than to wait for what comes, the <em>borrower</em>, then reads in its place. What it read it also
 * works on, and meanwhile it is <em>away</em>: nobody reads, the borrower may come back, and the I/O thread takes the
 * connection back when something comes. Whoever is about to send may <em>look</em> first: it reads what came while
 * nobody did, without waiting. The borrower, or whoever knows that it will not come back, <em>gives</em> the connection
 * <em>back</em>.
 */
@NullMarked
package io.gearmancdi.driver.io;

import org.jspecify.annotations.NullMarked;
