package io.gearmancdi.server.net;

import java.io.IOException;
import java.nio.channels.Selector;

/**
 * How a loop waits for what comes. It looks a little before it sleeps: where peers answer each other, to fall asleep and
 * be woken costs as much, and takes longer.
 */
final class Waiting {
    /** Some 50 microseconds. */
    private static final int MOST_LOOKS = 100;

    /** Where looking was in vain. */
    private static final int FEWEST_LOOKS = 10;

    private final Selector selector;
    private int looks = MOST_LOOKS;
    private volatile boolean woken;

    Waiting(Selector selector) {
        this.selector = selector;
    }

    /**
     * Waits until something has come, or {@link #wake()} is called.
     *
     * @param millis how long at most; not positive: not at all; {@link Long#MAX_VALUE}: for ever
     */
    void await(long millis) throws IOException {
        if (millis <= 0) {
            selector.selectNow();
        } else if (!comesSoon() && !woken) {
            selector.select(millis == Long.MAX_VALUE ? 0 : millis);
        }
        woken = false;
    }

    private boolean comesSoon() throws IOException {
        for (int look = 0; look < looks; look++) {
            if (selector.selectNow() > 0) {
                looks = MOST_LOOKS;
                return true;
            }
        }
        looks = Math.max(FEWEST_LOOKS, looks / 2);
        return false;
    }

    /** Ends the waiting, or the next one. Any thread, after what it is woken for: a look forgets that it was woken. */
    void wake() {
        woken = true;
        selector.wakeup();
    }
}
