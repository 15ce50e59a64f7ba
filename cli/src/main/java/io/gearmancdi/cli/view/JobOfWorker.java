package io.gearmancdi.cli.view;

/**
 * A job and its worker.
 *
 * @param worker the worker
 * @param job one of its jobs
 */
public record JobOfWorker(WorkerEntry worker, JobEntry job) {}
