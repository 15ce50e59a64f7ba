/** What an application on a server has beside it, in a jar of its own. */
@NullMarked
package io.gearmancdi.it.ee.bystander;

import org.jspecify.annotations.NullMarked;
