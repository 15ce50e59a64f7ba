package io.gearmancdi.cli.view;

/**
 * The limits of a worker or job.
 *
 * @param iterations how many jobs it begins; 0: no limit
 * @param minimumExecutionTime seconds that it lasts at least
 * @param timeout seconds that it stays idle before it ends; 0: for ever
 */
public record LimitValues(int iterations, long minimumExecutionTime, long timeout) {}
