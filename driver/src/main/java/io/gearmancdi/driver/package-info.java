/** The face of the driver. {@link io.gearmancdi.driver.Gearman} is all that others see of it. */
@NullMarked
package io.gearmancdi.driver;

import org.jspecify.annotations.NullMarked;
