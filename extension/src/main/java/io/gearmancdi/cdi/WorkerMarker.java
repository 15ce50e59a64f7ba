package io.gearmancdi.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks workers where a build removes beans that nobody injects: the library injects them by this qualifier. Not for
 * applications.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface WorkerMarker {

    /** The annotation as an object. */
    final class Literal extends AnnotationLiteral<WorkerMarker> implements WorkerMarker {

        /** The one there is. */
        public static final Literal INSTANCE = new Literal();

        private Literal() {}
    }
}
