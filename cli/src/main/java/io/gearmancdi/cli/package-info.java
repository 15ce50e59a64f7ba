/** The console: lists, describes and runs the workers of an application. */
@NullMarked
package io.gearmancdi.cli;

import org.jspecify.annotations.NullMarked;
