/** Checks links: jobs that wait for others, each on a virtual thread. */
@NullMarked
package io.gearmancdi.examples.helidon;

import org.jspecify.annotations.NullMarked;
