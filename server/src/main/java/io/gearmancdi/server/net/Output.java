package io.gearmancdi.server.net;

import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.server.engine.Table;
import java.io.IOException;
import java.nio.channels.GatheringByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is for one peer, in order. Of a table as much is made as the peer reads, a little in each pass of the loop; what
 * was sent after it waits behind it.
 */
final class Output {
    /** How much of a table a pass makes: well under a millisecond's work. */
    private static final int TABLE_PER_FLUSH = 64 * 1024;

    /** What it takes up until it begins. */
    private static final int TABLE_THAT_WAITS = 100;

    private final Encoder encoder = Encoder.of(Magic.RESPONSE);
    private final OutputQueue ready;
    private final Deque<Object> behind = new ArrayDeque<>(0);
    private @Nullable Table table;
    private long behindSize;
    private long hold;
    private long lastHold;
    private long released;

    private record Hold(long group) {}

    Output(ChunkPool pool) {
        ready = new OutputQueue(pool);
    }

    /** The bytes that wait, those of tables not counted that are still to be made. */
    long size() {
        return ready.size() + behindSize;
    }

    boolean isEmpty() {
        return !isBlocked() && ready.size() == 0;
    }

    /** The bytes that channels have taken so far. */
    long written() {
        return ready.written();
    }

    /** Whether there is nothing to write until a group is released. */
    boolean isHeld() {
        return hold > 0 && ready.size() == 0;
    }

    private boolean isBlocked() {
        return table != null || hold > 0;
    }

    /** What is added from now on waits until a group is released. */
    void hold(long group) {
        if (group == lastHold || group <= released) {
            return;
        }
        lastHold = group;
        if (isBlocked()) {
            behind.add(new Hold(group));
        } else {
            hold = group;
        }
    }

    /**
     * Groups up to this one need not be waited for any more.
     *
     * @return whether none is waited for
     */
    boolean release(long group) {
        released = group;
        if (hold > 0 && hold <= released) {
            hold = 0;
            comeForward();
        }
        return lastHold <= released;
    }

    void add(Packet packet) {
        if (!isBlocked()) {
            ready.add(packet);
        } else {
            behind.add(packet);
            behindSize += encoder.length(packet);
        }
    }

    void add(String text) {
        if (!isBlocked()) {
            ready.add(text);
        } else {
            behind.add(text);
            behindSize += text.length();
        }
    }

    void add(Table next) {
        if (!isBlocked()) {
            table = next;
        } else {
            behind.add(next);
            behindSize += TABLE_THAT_WAITS;
        }
    }

    /**
     * Writes what the channel takes, but not so much that others have to wait for long.
     *
     * @return whether nothing is left
     */
    boolean flush(GatheringByteChannel channel) throws IOException {
        if (table != null) {
            make();
        }
        ready.flush(channel);
        return isEmpty();
    }

    private void make() {
        for (var open = table; open != null && ready.size() < TABLE_PER_FLUSH; open = table) {
            var lines = open.next();
            if (lines != null) {
                ready.add(lines);
            } else {
                table = null;
                comeForward();
            }
        }
    }

    private void comeForward() {
        for (var next = nextBehind(); next != null; next = nextBehind()) {
            if (next instanceof Packet packet) {
                behindSize -= encoder.length(packet);
                ready.add(packet);
            } else if (next instanceof String text) {
                behindSize -= text.length();
                ready.add(text);
            } else if (next instanceof Hold waiting) {
                hold = waiting.group > released ? waiting.group : 0;
            } else {
                behindSize -= TABLE_THAT_WAITS;
                table = (Table) next;
            }
        }
    }

    private @Nullable Object nextBehind() {
        return isBlocked() ? null : behind.poll();
    }

    /** Gives back what is not going to be written any more. */
    void clear() {
        ready.clear();
        if (table != null) {
            table.close();
            table = null;
        }
        for (var each : behind) {
            if (each instanceof Table unread) {
                unread.close();
            }
        }
        behind.clear();
        behindSize = 0;
    }
}
