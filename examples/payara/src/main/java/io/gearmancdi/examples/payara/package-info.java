/** Reminders: jobs that wait until they are due, and a stream of events that says so. */
@NullMarked
package io.gearmancdi.examples.payara;

import org.jspecify.annotations.NullMarked;
