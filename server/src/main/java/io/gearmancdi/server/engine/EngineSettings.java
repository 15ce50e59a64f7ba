package io.gearmancdi.server.engine;

/**
 * What an engine must be told.
 *
 * @param handlePrefix what handles begin with, at most 40 characters
 * @param version the answer to {@code version}
 * @param processId the answer to {@code getpid}
 * @param tries how many workers a job may lose before it fails; 0: any number
 * @param wakeUps how many sleeping workers one job wakes; 0: all
 */
public record EngineSettings(String handlePrefix, String version, long processId, int tries, int wakeUps) {
    private static final int LONGEST_PREFIX = 40;

    /**
     * Checks the values.
     *
     * @param handlePrefix what handles begin with
     * @param version the answer to {@code version}
     * @param processId the answer to {@code getpid}
     * @param tries how many workers a job may lose
     * @param wakeUps how many sleeping workers one job wakes
     */
    public EngineSettings {
        if (handlePrefix.length() > LONGEST_PREFIX || handlePrefix.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Not a prefix of handles: " + handlePrefix.length() + " characters");
        }
        if (tries < 0 || wakeUps < 0) {
            throw new IllegalArgumentException("Negative count: tries " + tries + ", wake-ups " + wakeUps);
        }
    }
}
