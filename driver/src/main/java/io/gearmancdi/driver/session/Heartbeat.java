package io.gearmancdi.driver.session;

/**
 * Notices a silent peer: after an interval without a byte it is asked for an echo, after another one it is dead. Times
 * are nanoseconds of any clock.
 */
public final class Heartbeat {

    /** What to do now. */
    public enum Verdict {
        /** All is well. */
        FINE,
        /** Ask for an echo. */
        ASK,
        /** Nothing came since it was asked. */
        DEAD
    }

    private final long interval;
    private long heard;
    private boolean asked;

    /**
     * Starts with a living peer.
     *
     * @param interval how long it may be silent; 0: for ever
     * @param now the time
     */
    public Heartbeat(long interval, long now) {
        this.interval = interval;
        this.heard = now;
    }

    /**
     * Something came.
     *
     * @param now the time
     */
    public void heard(long now) {
        heard = now;
        asked = false;
    }

    /**
     * To be asked from time to time, at least twice per interval.
     *
     * @param now the time
     * @return what to do
     */
    public Verdict check(long now) {
        long silent = now - heard;
        if (interval == 0 || silent < interval) {
            return Verdict.FINE;
        }
        if (!asked) {
            asked = true;
            return Verdict.ASK;
        }
        return silent < 2 * interval ? Verdict.FINE : Verdict.DEAD;
    }
}
