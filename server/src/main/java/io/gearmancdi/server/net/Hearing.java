package io.gearmancdi.server.net;

/** When a peer was heard last. */
final class Hearing {
    private long last;
    private boolean spoken;

    /** It was accepted. */
    Hearing(long now) {
        last = now;
    }

    /** Those that make no request do not count before the first one: a handshake is not as long as its sender likes. */
    void bytes(long now) {
        if (spoken) {
            last = now;
        }
    }

    void request(long now) {
        spoken = true;
        last = now;
    }

    long last() {
        return last;
    }

    /** Whether there was a whole request ever. */
    boolean hasSpoken() {
        return spoken;
    }
}
