/**
 * The rules of {@code @Work} and {@code @Job}, written once: names, the ladder of settings, bundles and validation.
 *
 * <p>Knows no model of CDI, no reflection and no configuration API: extensions translate into
 * {@link io.gearmancdi.discovery.ClassView}, configuration arrives as {@link io.gearmancdi.discovery.Settings}. Used by
 * {@code io.gearmancdi.cdi} and the packages below it.
 */
@NullMarked
package io.gearmancdi.discovery;

import org.jspecify.annotations.NullMarked;
