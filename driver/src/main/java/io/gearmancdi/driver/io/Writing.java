package io.gearmancdi.driver.io;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has to say: whoever flushes first writes for all, and the I/O thread writes what the socket does
 * not take. Any thread, unless said otherwise.
 */
final class Writing {

    /** So many bytes are worth a write of their own; a few score of small packets. */
    private static final int WORTH_A_WRITE = 16 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(1);

    private final IoLoop loop;
    private final Transport transport;
    private final Consumer<IOException> failed;
    private final Outbox outbox = new Outbox();
    private final AtomicInteger flushes = new AtomicInteger();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private volatile @Nullable SelectionKey key;
    private volatile boolean blocked;
    private volatile boolean stopped;

    /** @param failed told when nothing can be written any more */
    Writing(IoLoop loop, Transport transport, Consumer<IOException> failed) {
        this.loop = loop;
        this.transport = transport;
        this.failed = failed;
    }

    /** Lets the I/O thread write what the socket does not take. */
    void open(SelectionKey registered) {
        key = registered;
    }

    Outbox outbox() {
        return outbox;
    }

    void flush() {
        if (flushes.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            // What is not handed over any more is known to be unsent
            if (!blocked && !stopped) {
                write();
            }
            seen = flushes.addAndGet(-seen);
        } while (seen != 0);
    }

    void gather() {
        if (outbox.waiting() >= WORTH_A_WRITE) {
            flush();
        } else if (!gathering.get() && gathering.compareAndSet(false, true)) {
            loop.schedule(LONGEST_WAIT, this::flushGathered);
        }
    }

    /** Looks again while something comes, so that not every gathering wakes the I/O thread. */
    private void flushGathered() {
        if (canWrite()) {
            flush();
            loop.schedule(LONGEST_WAIT, this::flushGathered);
            return;
        }
        gathering.set(false);
        if (canWrite()) {
            gather();
        }
    }

    private boolean canWrite() {
        return outbox.waiting() > 0 && !blocked && !stopped;
    }

    private void write() {
        try {
            boolean free = transport.flush();
            while (free) {
                var buffers = outbox.take();
                if (buffers.length == 0) {
                    return;
                }
                long bytes = transport.write(buffers);
                // Not after they are given back: a chunk that is used again has room again
                boolean all = !buffers[buffers.length - 1].hasRemaining();
                outbox.wrote(bytes);
                free = transport.flush() && all;
            }
            blocked = true;
            loop.execute(this::awaitWritable);
        } catch (IOException e) {
            outbox.wrote(0);
            failed.accept(e);
        }
    }

    private void awaitWritable() {
        var current = key;
        if (current != null && current.isValid()) {
            current.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    /** The socket takes more. I/O thread. */
    void ready(SelectionKey ready) {
        ready.interestOpsAnd(~SelectionKey.OP_WRITE);
        blocked = false;
        flush();
    }

    /** Writes nothing more; nobody needs to wait for room. */
    void stop() {
        stopped = true;
        outbox.close();
    }
}
