/**
 * What applications observe: eight events of the client, two of the workers.
 *
 * <p>The library makes these objects; they will grow. Client events of a blocking call are delivered in the caller's
 * own thread, those of an asynchronous submission on the application's executor; in order per task in both cases.
 */
@NullMarked
package io.gearmancdi.event;

import org.jspecify.annotations.NullMarked;
