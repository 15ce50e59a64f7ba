package io.gearmancdi.server.store;

import io.gearmancdi.server.engine.StoredJob;
import java.util.function.ObjLongConsumer;

/** All jobs live and die with the process. */
final class NoStore implements JobStore {
    @Override
    public long accepted(StoredJob job) {
        return NOWHERE;
    }

    @Override
    public void lost(long number, int lost) {
        // nothing is noted
    }

    @Override
    public void ended(long number, long place) {
        // nothing is noted
    }

    @Override
    public void recover(ObjLongConsumer<StoredJob> taker) {
        // nothing is there
    }

    @Override
    public long lastNumber() {
        return 0;
    }

    @Override
    public void whenKept(Runnable wakeUp) {
        // never
    }

    @Override
    public long group() {
        return 0;
    }

    @Override
    public long kept() {
        return 0;
    }

    @Override
    public void write(long now, long highest) {
        // nothing was noted
    }

    @Override
    public long deadline() {
        return Long.MAX_VALUE;
    }

    @Override
    public long stale() {
        return NOWHERE;
    }

    @Override
    public void renewed(long place) {
        // nothing stands anywhere
    }

    @Override
    public void close() {
        // nothing is open
    }
}
