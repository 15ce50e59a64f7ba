/** The application under test: workers, observers, an interceptor. */
@NullMarked
package io.gearmancdi.it.app;

import org.jspecify.annotations.NullMarked;
