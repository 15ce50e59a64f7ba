package io.gearmancdi.cli;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.JobDoesNotExistException;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerDoesNotExistException;

/**
 * A job and its worker, found by name.
 *
 * @param worker the worker
 * @param job the job
 */
record Named(WorkerDescriptor worker, JobDescriptor job) {

    static WorkerDescriptor worker(GearmanWorkers workers, String name) {
        return workers.find(name)
                .orElseThrow(() ->
                        new WorkerDoesNotExistException("There is no worker '" + name + "'; worker:list shows all"));
    }

    static Named job(GearmanWorkers workers, String name) {
        for (var worker : workers.list()) {
            for (var job : worker.jobs()) {
                if (job.name().equals(name)) {
                    return new Named(worker, job);
                }
            }
        }
        throw new JobDoesNotExistException("There is no job '" + name + "'; worker:list shows all", name);
    }
}
