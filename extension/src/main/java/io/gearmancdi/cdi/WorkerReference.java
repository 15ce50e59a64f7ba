package io.gearmancdi.cdi;

/**
 * A reference to a worker.
 *
 * @param instance the contextual reference
 * @param release destroys what was made for it
 */
public record WorkerReference(Object instance, Runnable release) {}
