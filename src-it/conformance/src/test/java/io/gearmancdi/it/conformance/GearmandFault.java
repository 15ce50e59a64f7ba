package io.gearmancdi.it.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test that gearmand 1.1.20 does not pass. On gearmand it must fail, so that the list stays true; on the embedded
 * server it must pass.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface GearmandFault {
    /** The known fault. */
    Fault value();
}
