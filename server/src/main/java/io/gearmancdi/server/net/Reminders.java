package io.gearmancdi.server.net;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Connections whose peers send nothing more but wait for jobs. Whether somebody reads there or has gone looks the same,
 * until something is written to it: hence they are told how far their jobs are, soon at first, then ever less often.
 */
final class Reminders {
    private static final long FIRST = 100;
    private static final long LONGEST = 30_000;

    private final Queue<Reminder> ahead = new PriorityQueue<>(Comparator.comparingLong(Reminder::due));

    private record Reminder(Connection connection, long due, long pause) {}

    void add(Connection connection, long now) {
        remind(connection, now, FIRST);
    }

    private void remind(Connection connection, long now, long pause) {
        connection.remind();
        ahead.add(new Reminder(connection, now + pause, Math.min(LONGEST, 2 * pause)));
    }

    /** When {@link #send} has something to do; {@link Long#MAX_VALUE} for never. */
    long next() {
        return ahead.isEmpty() ? Long.MAX_VALUE : ahead.element().due();
    }

    void send(long now) {
        while (next() <= now) {
            var reminder = ahead.remove();
            if (reminder.connection().isOpen() && !reminder.connection().isEnding()) {
                remind(reminder.connection(), now, reminder.pause());
            }
        }
    }
}
