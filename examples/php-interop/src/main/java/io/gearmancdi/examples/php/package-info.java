/** Clients and workers in PHP beside ours. */
@NullMarked
package io.gearmancdi.examples.php;

import org.jspecify.annotations.NullMarked;
