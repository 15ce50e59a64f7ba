package io.gearmancdi.driver.client;

import io.gearmancdi.JobDescriptor;
import io.gearmancdi.JobDoesNotExistException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The application's own jobs by name. Thread-safe. */
public final class JobCatalog {

    private final Map<String, JobDescriptor> byName = new ConcurrentHashMap<>();

    /** Makes an empty catalogue. */
    public JobCatalog() {}

    /**
     * Adds a job.
     *
     * @param job the job
     * @return whether its name was free
     */
    public boolean add(JobDescriptor job) {
        return byName.putIfAbsent(job.name(), job) == null;
    }

    /**
     * Removes a job.
     *
     * @param job the job
     */
    public void remove(JobDescriptor job) {
        byName.remove(job.name(), job);
    }

    JobDescriptor get(String name) {
        var job = byName.get(name);
        if (job == null) {
            var nearest = nearest(name);
            throw new JobDoesNotExistException(
                    "There is no job '" + name + "'" + (nearest == null ? "." : "; did you mean '" + nearest + "'?")
                            + " For a function of another program use client.foreign()",
                    name);
        }
        return job;
    }

    private @Nullable String nearest(String name) {
        // Most often the worker's part was left out
        return byName.keySet().stream()
                .filter(known ->
                        known.endsWith("~" + name) || known.endsWith("." + name) || known.equalsIgnoreCase(name))
                .min(String::compareTo)
                .orElse(null);
    }
}
