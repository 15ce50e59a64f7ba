package io.gearmancdi.it;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the library logs, from opening to closing. */
class LogLines extends Handler implements AutoCloseable {

    private static final int ENOUGH = 20;

    private final Logger logger = Logger.getLogger("io.gearmancdi");
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    /** Listens from now on, to messages of this level and above. */
    LogLines(Level level) {
        setLevel(level);
        logger.addHandler(this);
    }

    /** {@return what was logged, the first twenty} */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry) && messages.size() < ENOUGH) {
            messages.add(formatter.formatMessage(entry) + (entry.getThrown() == null ? "" : ": " + entry.getThrown()));
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
