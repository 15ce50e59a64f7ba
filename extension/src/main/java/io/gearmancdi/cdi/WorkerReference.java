package io.gearmancdi.cdi;

/**
 * A reference to a worker.
 *
 * @param instance the contextual reference
 * @param perRequest whether another instance stands behind it in each request
 * @param release destroys what was made for it
 */
public record WorkerReference(Object instance, boolean perRequest, Runnable release) {}
