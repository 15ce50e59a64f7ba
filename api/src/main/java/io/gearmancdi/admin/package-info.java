/** What operators ask job servers for: queues, connections, jobs. Made by the library, called by applications. */
@NullMarked
package io.gearmancdi.admin;

import org.jspecify.annotations.NullMarked;
