package io.gearmancdi.it;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.awaitility.Awaitility;

/** What the driver has logged since this was made. */
final class Logged extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("io.gearmancdi.driver");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Logged() {
        logger.addHandler(this);
    }

    void await(String part, Duration within) {
        Awaitility.await(part).atMost(within).until(() -> lines.stream().anyMatch(line -> line.contains(part)));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
