package io.gearmancdi.it.base;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Jobs of every visibility for workers of another package.
 *
 * @param <T> what they are given
 */
public abstract class Totals<T extends Number> {

    /** For subclasses. */
    protected Totals() {}

    /** All of a list. */
    @Job
    public long all(List<T> numbers) {
        return numbers.stream().mapToLong(Number::longValue).sum();
    }

    /** The types of what an array holds. */
    @Job
    protected String types(T[] numbers, GearmanJob job) {
        return Arrays.stream(numbers)
                .map(number -> number.getClass().getSimpleName())
                .collect(Collectors.joining(" "));
    }

    /** How many there are. */
    @Job
    protected int size(List<? extends T> numbers) {
        return numbers.size();
    }

    /** Not to be reached from the package of the worker. */
    @Job
    long more(T number) {
        return number.longValue() + 1;
    }

    /** Who has called this job, up to the driver. */
    @Job
    protected String callers() {
        return StackWalker.getInstance(StackWalker.Option.SHOW_REFLECT_FRAMES)
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .takeWhile(name -> !name.startsWith("io.gearmancdi.driver."))
                        .collect(Collectors.joining("\n")));
    }
}
