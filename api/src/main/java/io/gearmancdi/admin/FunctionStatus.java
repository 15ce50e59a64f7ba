package io.gearmancdi.admin;

/**
 * The jobs of one function on one server.
 *
 * @param function the name on the wire
 * @param total jobs that wait and jobs that run, as the server counts them
 * @param running jobs that run
 * @param workers connections that offer the function
 */
public record FunctionStatus(String function, long total, long running, long workers) {

    /** {@return jobs that wait; never negative, even where a server has lost count} */
    public long waiting() {
        return Math.max(0, total - running);
    }
}
