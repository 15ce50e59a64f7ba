package io.gearmancdi.server.net;

import io.gearmancdi.server.engine.Engine;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What becomes of connections as time passes. */
final class Passage {
    /** How long a peer that is too far behind may read nothing. */
    private static final long GRACE = 3000;

    private final Messages messages;
    private final Patience patience;
    private final Backlog backlog;
    private final Intake intake;
    private final Lingering lingering;
    private final Lingering behind = new Lingering(GRACE);
    private final Reminders reminders = new Reminders();

    Passage(Engine engine, Limits limits, Backlog backlog, Messages messages, long now) {
        this.messages = messages;
        this.patience = new Patience(engine, limits, now);
        this.lingering = new Lingering(limits.lingerMillis());
        this.intake = new Intake(limits.totalInput(), limits.handshakeMillis());
        this.backlog = backlog;
    }

    /** When {@link #pass} has something to do; {@link Long#MAX_VALUE} for never. */
    long next(boolean anyConnection) {
        long silent = Math.min(patience.next(anyConnection), intake.next());
        long unread = Math.min(lingering.next(), behind.next());
        return Math.min(Math.min(silent, unread), reminders.next());
    }

    void pass(Supplier<Stream<Connection>> connections, long now, Consumer<Connection> close) {
        backlog.worst(connections.get()).ifPresent(worst -> {
            messages.behind(worst, now);
            worst.abort();
        });
        if (patience.isDue(now)) {
            patience.exhausted(connections.get(), now).toList().forEach(connection -> exhaust(connection, now));
        }
        for (var slow = intake.stalled(now); slow.isPresent(); slow = intake.stalled(now)) {
            messages.exhausted(slow.get(), "a packet that does not go on", now);
            close.accept(slow.get());
        }
        reminders.send(now);
        closeAll(lingering, now, close);
        closeAll(behind, now, close);
    }

    private void closeAll(Lingering waiting, long now, Consumer<Connection> close) {
        for (var over = waiting.due(now); over != null; over = waiting.due(now)) {
            messages.behind(over, now);
            close.accept(over);
        }
    }

    private void exhaust(Connection connection, long now) {
        messages.exhausted(connection, String.valueOf(patience.reason(connection, now)), now);
        connection.end();
    }

    /** Takes notice of a connection that was read. */
    void read(Connection connection, long now) {
        intake.account(connection, now);
    }

    /** Takes notice of a connection that was written to. */
    void written(Connection connection, long now) {
        if (connection.isEnding()) {
            lingering.add(connection, now);
        }
        if (connection.isBehind()) {
            behind.add(connection, now);
        } else {
            behind.remove(connection);
        }
        backlog.account(connection);
    }

    /** Its peer sends nothing more but waits for jobs. */
    void isAwaiting(Connection connection, long now) {
        reminders.add(connection, now);
    }

    void closed(Connection connection, long now) {
        intake.remove(connection, now);
        lingering.remove(connection);
        behind.remove(connection);
        backlog.account(connection);
    }
}
