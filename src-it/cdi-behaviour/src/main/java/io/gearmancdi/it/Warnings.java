package io.gearmancdi.it;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library warns of, from opening to closing. */
public final class Warnings extends Handler implements AutoCloseable {

    private static final int ENOUGH = 20;

    private final Logger logger = Logger.getLogger("io.gearmancdi");
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    /** Listens from now on. */
    public Warnings() {
        setLevel(Level.WARNING);
        logger.addHandler(this);
    }

    /** {@return what was logged at WARNING and above, the first twenty} */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry) && messages.size() < ENOUGH) {
            messages.add(entry.getMessage() + (entry.getThrown() == null ? "" : ": " + entry.getThrown()));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
