/** What the driver says, and how it makes text from the wire harmless. Internal to the driver. */
@NullMarked
package io.gearmancdi.driver.log;

import org.jspecify.annotations.NullMarked;
