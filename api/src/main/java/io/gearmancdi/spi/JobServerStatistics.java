package io.gearmancdi.spi;

import java.util.List;

/**
 * How an embedded job server does at one moment; counts since the start are of this server alone and begin with 0.
 *
 * @param connections open connections, those of clients too
 * @param waitingJobs jobs that wait for a worker or for their time
 * @param runningJobs jobs that run
 * @param queueBytes what all jobs take up in memory, by a rough estimate
 * @param createdJobs jobs made since the start
 * @param joinedSubmissions submissions that joined an equal job since the start
 * @param completedJobs jobs that ended well since the start
 * @param failedJobs jobs that failed or were cancelled since the start
 * @param lostRuns runs that ended without their job since the start: the worker was lost, or too slow
 * @param functions every function that was ever named
 */
public record JobServerStatistics(
        int connections,
        long waitingJobs,
        long runningJobs,
        long queueBytes,
        long createdJobs,
        long joinedSubmissions,
        long completedJobs,
        long failedJobs,
        long lostRuns,
        List<FunctionStatistics> functions) {

    /**
     * One function of an embedded job server.
     *
     * @param name its name on the wire
     * @param waitingJobs jobs that wait
     * @param runningJobs jobs that run
     * @param workers connections that offer it
     */
    public record FunctionStatistics(String name, int waitingJobs, int runningJobs, int workers) {}
}
