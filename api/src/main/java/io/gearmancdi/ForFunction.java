package io.gearmancdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Narrows an observer of {@link io.gearmancdi.event.TaskEvent task events} to one function.
 *
 * <pre>{@code
 * void scaled(@Observes @ForFunction("com.acme.Thumbnails~scale") TaskCompleted event) { … }
 * }</pre>
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@Repeatable(ForFunction.All.class)
public @interface ForFunction {

    /** {@return the name of the job without prefix, or the exact name of a foreign function} */
    String value();

    /** Holds several: an event carries the name of its job and, where they differ, its function. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface All {

        /** {@return the annotations} */
        ForFunction[] value();
    }

    /** Makes instances of the annotation. */
    final class Literal extends AnnotationLiteral<ForFunction> implements ForFunction {

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /**
         * Makes an instance for one function.
         *
         * @param value what {@link ForFunction#value} returns
         * @return the annotation
         */
        public static Literal of(String value) {
            return new Literal(value);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
