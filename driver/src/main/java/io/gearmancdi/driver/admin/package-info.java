/** The text commands of operators, over connections of their own. Internal to the driver. */
@NullMarked
package io.gearmancdi.driver.admin;

import org.jspecify.annotations.NullMarked;
