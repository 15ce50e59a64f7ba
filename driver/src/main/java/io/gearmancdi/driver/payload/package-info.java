/** Bytes and text as they are, everything else through the codec. Internal to the driver. */
@NullMarked
package io.gearmancdi.driver.payload;

import org.jspecify.annotations.NullMarked;
