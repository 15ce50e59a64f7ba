package io.gearmancdi.it.more;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Jobs for subclasses.
 *
 * @param <T> what they are given
 */
public abstract class NumberJobs<T extends Number> {

    /** For subclasses. */
    protected NumberJobs() {}

    @Job(name = "total")
    long sum(List<T> numbers) {
        return numbers.stream().mapToLong(Number::longValue).sum();
    }

    @Job
    CompletionStage<T> later(T number, GearmanJob job) {
        return CompletableFuture.supplyAsync(() -> number);
    }

    @Job
    int count(List<T> numbers) {
        return numbers.size();
    }
}
