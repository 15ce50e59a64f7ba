/** What the driver keeps to while networks, servers and workers break. */
@NullMarked
package io.gearmancdi.it.faults;

import org.jspecify.annotations.NullMarked;
