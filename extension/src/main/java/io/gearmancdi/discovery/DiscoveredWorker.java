package io.gearmancdi.discovery;

import io.gearmancdi.WorkerDescriptor;
import java.util.List;

/**
 * A worker that is offered.
 *
 * @param descriptor the worker with its effective settings
 * @param view its class
 * @param jobs its jobs, in the descriptor's order
 */
public record DiscoveredWorker(WorkerDescriptor descriptor, ClassView view, List<JobMethod> jobs) {

    /**
     * Copies the list.
     *
     * @param descriptor the worker
     * @param view its class
     * @param jobs its jobs
     */
    public DiscoveredWorker {
        jobs = List.copyOf(jobs);
    }
}
