package io.gearmancdi.cli.view;

import java.util.List;
import java.util.Optional;

/**
 * The workers of an application, as the console shows them.
 *
 * @param jobPrefix what all function names start with
 * @param workers the workers, in the order of their names
 */
public record Catalog(String jobPrefix, List<WorkerEntry> workers) {

    /**
     * Copies the list.
     *
     * @param jobPrefix what all function names start with
     * @param workers the workers
     */
    public Catalog {
        workers = List.copyOf(workers);
    }

    /**
     * Looks a worker up.
     *
     * @param name its callableName
     * @return the worker, if there is one
     */
    public Optional<WorkerEntry> worker(String name) {
        return workers.stream()
                .filter(worker -> worker.callableName().equals(name))
                .findFirst();
    }

    /**
     * Looks a job up.
     *
     * @param name its callableName
     * @return the job and its worker, if there is one
     */
    public Optional<JobOfWorker> job(String name) {
        return workers.stream()
                .flatMap(worker -> worker.jobs().stream()
                        .filter(job -> job.callableName().equals(name))
                        .map(job -> new JobOfWorker(worker, job)))
                .findFirst();
    }
}
