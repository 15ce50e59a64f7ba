package io.gearmancdi.cli;

import io.gearmancdi.JobDoesNotExistException;
import io.gearmancdi.WorkerDoesNotExistException;

/** What is said of names that nothing has. */
final class NotFound {

    private NotFound() {}

    static WorkerDoesNotExistException worker(String name) {
        return new WorkerDoesNotExistException("There is no worker '" + name + "'; worker:list shows all");
    }

    static JobDoesNotExistException job(String name) {
        return new JobDoesNotExistException("There is no job '" + name + "'; worker:list shows all", name);
    }
}
