/** A question that takes its time, asked from a web page and answered by a worker. */
@NullMarked
package io.gearmancdi.examples.wildfly;

import org.jspecify.annotations.NullMarked;
