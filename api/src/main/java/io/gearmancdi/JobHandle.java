package io.gearmancdi;

import java.util.Objects;

/**
 * Names one job on one job server. Immutable.
 *
 * <p>A handle is unique until its server restarts: servers count from 1 again.
 */
public final class JobHandle {

    private static final int MAX_LENGTH = 63;

    private final ServerAddress server;
    private final String value;

    private JobHandle(ServerAddress server, String value) {
        this.server = server;
        this.value = value;
    }

    /**
     * Makes a handle.
     *
     * @param server the server that gave it
     * @param value the server's own name for the job, such as {@code H:host:12}
     * @return the handle
     * @throws IllegalArgumentException if the value is empty or longer than 63 characters
     */
    public static JobHandle of(ServerAddress server, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "A job handle has 1 to " + MAX_LENGTH + " characters, this one " + value.length());
        }
        return new JobHandle(server, value);
    }

    /**
     * Reads what {@link #toString} writes: the server's name of the job, {@code @}, the address of the server.
     *
     * @param text such as {@code H:host:12@127.0.0.1:4730}
     * @return the handle
     * @throws IllegalArgumentException if the text has another form
     */
    public static JobHandle parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a job handle; it looks like H:host:12@server:4730");
        }
        return of(ServerAddress.parse(text.substring(at + 1)), text.substring(0, at));
    }

    /** {@return the server that knows the job} */
    public ServerAddress server() {
        return server;
    }

    /** {@return the server's own name for the job, as other Gearman clients show it} */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobHandle that && value.equals(that.value) && server.equals(that.server);
    }

    @Override
    public int hashCode() {
        return Objects.hash(server, value);
    }

    /** {@return the text that {@link #parse} reads} */
    @Override
    public String toString() {
        return value + "@" + server;
    }
}
