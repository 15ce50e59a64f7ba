/** What the application has of its own. */
@NullMarked
package io.gearmancdi.it.quarkus;

import org.jspecify.annotations.NullMarked;
