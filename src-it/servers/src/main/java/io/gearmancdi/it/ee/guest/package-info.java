/** Applications of one class each that come and go: without the library, with it and idle, with a leak. */
@NullMarked
package io.gearmancdi.it.ee.guest;

import org.jspecify.annotations.NullMarked;
