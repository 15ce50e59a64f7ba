package io.gearmancdi.driver.log;

import io.gearmancdi.ServerAddress;

/** Logs errors of a server that answer nothing: one a minute, with the number of those between. */
public final class ServerErrors {

    private final ServerAddress server;
    private final Seldom seldom = new Seldom();

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
        seldom.say(unsaid -> DriverLog.serverError(server, code, text, unsaid));
    }
}
