/** What an application with Gearman does on every application server. Each server has a module with thin subclasses. */
@NullMarked
package io.gearmancdi.it.ee;

import org.jspecify.annotations.NullMarked;
