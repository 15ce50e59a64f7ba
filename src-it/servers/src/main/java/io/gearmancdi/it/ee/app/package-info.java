/** What the application has on application servers alone: workers with transactions, knowledge of its threads. */
@NullMarked
package io.gearmancdi.it.ee.app;

import org.jspecify.annotations.NullMarked;
