package io.gearmancdi.it.glassfish;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the library logs in this process, from opening to closing. */
final class ProcessLog extends Handler {

    private final Logger logger = Logger.getLogger("io.gearmancdi");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    ProcessLog() {
        setFormatter(new SimpleFormatter());
        logger.addHandler(this);
    }

    String text() {
        return String.join("", lines);
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(getFormatter().format(entry));
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
