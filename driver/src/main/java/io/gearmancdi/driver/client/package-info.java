/** Requests, tasks and their outcomes: the client over {@code session} and {@code io}. Internal to the driver. */
@NullMarked
package io.gearmancdi.driver.client;

import org.jspecify.annotations.NullMarked;
