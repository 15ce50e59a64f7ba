package io.gearmancdi.driver.session;

/**
 * Notices a peer that owes an answer and says nothing, long before it counts as dead. Times are nanoseconds of any
 * clock.
 */
public final class Silence {

    private final long limit;
    private long since;
    private boolean owed;

    /**
     * Starts with a peer that owes nothing.
     *
     * @param limit how long it may be silent after a check that found an answer outstanding
     */
    public Silence(long limit) {
        this.limit = limit;
    }

    /** Something came. */
    public void heard() {
        owed = false;
    }

    /**
     * To be asked from time to time.
     *
     * @param owes whether an answer is outstanding
     * @param now the time
     * @return whether one has been for that long, and nothing has come since
     */
    public boolean check(boolean owes, long now) {
        if (!owed) {
            since = now;
        }
        owed = owes;
        return owes && now - since >= limit;
    }
}
