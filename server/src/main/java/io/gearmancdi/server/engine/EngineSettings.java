package io.gearmancdi.server.engine;

/**
 * What an engine must be told.
 *
 * @param handlePrefix what handles begin with, at most 40 characters
 * @param version the answer to {@code version}
 * @param processId the answer to {@code getpid}
 * @param tries how many workers a job may lose before it fails; 0: any number
 * @param wakeUps how many sleeping workers one job wakes; 0: all; {@link #AS_NEEDED}
 * @param exceptions whether all peers get exceptions, also without the option
 * @param roundRobin whether a worker's functions take turns within a priority
 * @param shutdownCommand whether operators may end the server in text
 * @param packetBytes the largest body of a packet
 * @param queueBytes what all jobs together may take up; 0: anything
 * @param functionLength the longest name of a function in bytes
 * @param functions how many functions may be named
 */
public record EngineSettings(
        String handlePrefix,
        String version,
        long processId,
        int tries,
        int wakeUps,
        boolean exceptions,
        boolean roundRobin,
        boolean shutdownCommand,
        int packetBytes,
        long queueBytes,
        int functionLength,
        int functions) {

    /** One sleeper for each job, and all where a job is not fetched soon. */
    public static final int AS_NEEDED = -1;
}
