package io.gearmancdi.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Tells the bean of one worker from those of its subclasses: an alternative among them would hide it from a look-up by
 * type. Beside {@link WorkerMarker}; not for applications.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface WorkerClass {

    /** The name of the class. */
    String value();

    /** The annotation as an object. */
    final class Literal extends AnnotationLiteral<WorkerClass> implements WorkerClass {

        private final String value;

        /** Of the class with this name. */
        public Literal(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
