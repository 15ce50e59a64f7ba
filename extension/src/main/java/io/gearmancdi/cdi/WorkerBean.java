package io.gearmancdi.cdi;

/** The bean of a worker. Thread-safe. */
@FunctionalInterface
public interface WorkerBean {

    /**
     * Makes a reference: an instance of its own for a dependent bean, the shared one for wider scopes.
     *
     * @return the reference, to be released
     */
    WorkerReference open();
}
