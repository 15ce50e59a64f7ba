package io.gearmancdi.driver.log;

import io.gearmancdi.ServerAddress;
import java.time.Duration;

/** Logs errors of a server that answer nothing: one a minute, with the number of those between. By one thread at a time. */
public final class ServerErrors {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final ServerAddress server;
    private long next = System.nanoTime();
    private long unsaid;

    /**
     * Begins.
     *
     * @param server whose errors
     */
    public ServerErrors(ServerAddress server) {
        this.server = server;
    }

    /**
     * An error has come.
     *
     * @param code its code
     * @param text its text
     */
    public void add(String code, String text) {
        long now = System.nanoTime();
        if (now - next < 0) {
            unsaid++;
            return;
        }
        DriverLog.serverError(server, code, text, unsaid);
        next = now + PAUSE;
        unsaid = 0;
    }
}
