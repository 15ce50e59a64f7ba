package io.gearmancdi.server.net;

/** Writes what a connection has. Whatever is wrong with it ends this connection alone. */
final class Writing {
    private final Messages messages;

    Writing(Messages messages) {
        this.messages = messages;
    }

    /** Whether the connection is to be closed. */
    boolean isDone(Connection connection) {
        try {
            return connection.flush();
        } catch (RuntimeException e) {
            messages.failed(connection, e);
        } catch (OutOfMemoryError e) {
            messages.outOfMemory(connection, e);
        }
        return true;
    }
}
