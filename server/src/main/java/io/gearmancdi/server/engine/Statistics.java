package io.gearmancdi.server.engine;

import java.util.List;

/**
 * How an engine does at one moment.
 *
 * @param connections peers that are connected
 * @param waiting jobs that wait for a worker or for their time
 * @param running jobs that run
 * @param queueBytes what all jobs take up, by a rough estimate
 * @param created jobs made since the start
 * @param joined submissions that joined an equal job since the start
 * @param completed jobs that ended well since the start
 * @param failed jobs that failed or were cancelled since the start
 * @param lost runs that ended without their job since the start
 * @param functions every function that was ever named
 */
public record Statistics(
        int connections,
        long waiting,
        long running,
        long queueBytes,
        long created,
        long joined,
        long completed,
        long failed,
        long lost,
        List<OfFunction> functions) {

    /**
     * One function.
     *
     * @param name its name
     * @param waiting jobs that wait
     * @param running jobs that run
     * @param workers connections that offer it
     */
    public record OfFunction(String name, int waiting, int running, int workers) {}
}
