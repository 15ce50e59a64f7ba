/** Clients, workers and operators of other makes on the embedded job server, with gearmand as control. */
@NullMarked
package io.gearmancdi.it.serverpeers;

import org.jspecify.annotations.NullMarked;
