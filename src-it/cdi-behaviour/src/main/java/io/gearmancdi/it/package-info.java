/** What a CDI application with Gearman does, whatever the container. Each runtime has a module with thin subclasses. */
@NullMarked
package io.gearmancdi.it;

import org.jspecify.annotations.NullMarked;
