package io.gearmancdi.admin;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.ServerAddress;
import java.util.List;

/**
 * Asks job servers what operators ask, with the text commands of the administrative protocol (PROTOCOL, "Administrative
 * Protocol"). For any thread.
 *
 * <p>Each call makes a connection of its own and blocks until the answer is there: at the longest twice the connect
 * timeout ({@code gearman.client.connect-timeout}), after which it throws. An interrupt does not end it earlier.
 * Functions are names on the wire, with prefix and worker name.
 *
 * <p>Every method throws {@link io.gearmancdi.ServerConnectionException} where the server cannot be reached or does not
 * answer in time, and {@link io.gearmancdi.ServerErrorException} where it refuses or its answer makes no sense.
 */
public interface GearmanAdmin {

    /** {@return the servers of {@code gearman.servers}} */
    List<ServerAddress> servers();

    /**
     * Asks for the version of a server.
     *
     * @param server the server
     * @return such as {@code 1.1.20}
     * @throws GearmanException see above
     */
    String version(ServerAddress server);

    /**
     * Asks for the jobs of each function.
     *
     * @param server the server
     * @return a row per function that the server knows; it forgets none before {@link #dropFunction}
     * @throws GearmanException see above
     */
    List<FunctionStatus> status(ServerAddress server);

    /**
     * Asks for the jobs that wait, by priority.
     *
     * @param server the server
     * @return a row per function that the server knows
     * @throws GearmanException see above
     */
    List<PriorityStatus> priorityStatus(ServerAddress server);

    /**
     * Asks for the connections, those of clients and the one that asks among them.
     *
     * @param server the server
     * @return a row per connection
     * @throws GearmanException see above
     */
    List<ConnectionStatus> workers(ServerAddress server);

    /**
     * Asks for all jobs that wait or run.
     *
     * @param server the server
     * @return a row per job; with a million of them a long answer, which stalls gearmand meanwhile
     * @throws GearmanException see above; also where the answer is larger than {@code gearman.client.max-result-size}
     */
    List<ServerJob> jobs(ServerAddress server);

    /**
     * Cancels a job. A job that waits is not run any more; one that runs goes on, but its callers are told that it
     * failed.
     *
     * @param handle the job
     * @return false where its server does not know the job: it has ended, or never was
     * @throws GearmanException see above
     */
    boolean cancel(JobHandle handle);

    /**
     * Bounds the queue of a function, which is made if the server does not know it. Later submissions beyond it are
     * refused with a {@link io.gearmancdi.QueueFullException}.
     *
     * @param server the server
     * @param function the function
     * @param jobs how many jobs may wait and run; 0: no bound
     * @throws IllegalArgumentException if the function is no legal name or the number negative
     * @throws GearmanException see above
     */
    default void limitQueue(ServerAddress server, String function, int jobs) {
        limitQueue(server, function, jobs, jobs, jobs);
    }

    /**
     * Bounds the queue of a function for each priority.
     *
     * @param server the server
     * @param function the function
     * @param high how many jobs there may be when one of high priority comes; 0: no bound
     * @param normal the same for normal priority
     * @param low the same for low priority
     * @throws IllegalArgumentException if the function is no legal name or a number negative
     * @throws GearmanException see above
     */
    void limitQueue(ServerAddress server, String function, int high, int normal, int low);

    /**
     * Makes a function known, so that it is listed.
     *
     * @param server the server
     * @param function the function
     * @throws IllegalArgumentException if it is no legal name
     * @throws GearmanException see above
     */
    void createFunction(ServerAddress server, String function);

    /**
     * Makes a server forget a function. gearmand forgets one with jobs that wait, too: nobody will run those.
     *
     * @param server the server
     * @param function the function
     * @return false where the server does not know it
     * @throws IllegalArgumentException if it is no legal name
     * @throws GearmanException see above; also while a worker offers the function
     */
    boolean dropFunction(ServerAddress server, String function);
}
