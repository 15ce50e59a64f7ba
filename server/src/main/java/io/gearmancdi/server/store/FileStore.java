package io.gearmancdi.server.store;

import io.gearmancdi.server.engine.StoredJob;
import io.gearmancdi.spi.FlushPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The log: notes go to the end of the newest file; the oldest file goes once all its jobs have gone or are noted anew.
 */
public final class FileStore implements JobStore {
    private static final int BUFFER = 256 * 1024;
    private static final long FILE_SIZE = 64L * 1024 * 1024;

    private final Volume volume;
    private final FlushPolicy policy;
    private final long interval;
    private final long fileSize;
    private final Forcing forcing = new Forcing();
    private final Places places = new Places();
    private final Recovered recovered = new Recovered();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final List<Volume.LogFile> filled = new ArrayList<>();

    private LogWriter writer;
    private long place;
    private @Nullable IOException failure;
    private boolean newNames = true;
    private boolean noted;
    private long noteTime = Long.MAX_VALUE;
    private long stale;
    private long leaving;
    private long leavingGroup;

    FileStore(Volume volume, FlushPolicy policy, long interval, long fileSize) throws IOException {
        this.volume = volume;
        this.policy = policy;
        this.interval = interval;
        this.fileSize = fileSize;
        readAll();
        place++;
        writer = next(recovered.lastNumber());
    }

    /**
     * Opens a store, or makes one.
     *
     * @param directory where, for this store alone
     * @param policy when notes are forced
     * @param intervalMillis how often, where that is the policy
     * @return the store, with what an earlier process has left
     * @throws IOException where it is in use, is none, or cannot be read or written; the message is for operators
     */
    public static FileStore open(Path directory, FlushPolicy policy, long intervalMillis) throws IOException {
        var volume = DirectoryVolume.open(directory);
        try {
            return new FileStore(volume, policy, intervalMillis, FILE_SIZE);
        } catch (IOException | RuntimeException e) {
            volume.close();
            throw e;
        }
    }

    private void readAll() throws IOException {
        var messages = new StoreMessages();
        var names = volume.names();
        for (var name : names) {
            if (!Format.isName(name)) {
                throw new StoreException("The store " + volume + " holds a foreign file, " + name
                        + "; give the store a directory of its own");
            }
        }
        for (var name : names) {
            long bad = LogReader.read(volume, name, recovered);
            long size = volume.size(name);
            if (bad > 0) {
                messages.damaged(volume, name, size - bad, bad);
            }
            place = Format.place(name);
            places.add(place, size);
        }
        recovered.count(places);
        messages.opened(volume, recovered.size(), policy);
    }

    private LogWriter next(long highest) throws IOException {
        newNames = true;
        return new LogWriter(volume.create(Format.name(place)), buffer, place, highest);
    }

    @Override
    public void recover(ObjLongConsumer<StoredJob> taker) {
        recovered.give(taker);
    }

    @Override
    public long lastNumber() {
        return recovered.lastNumber();
    }

    @Override
    public void whenKept(Runnable wakeUp) {
        forcing.whenKept(wakeUp);
    }

    @Override
    public long accepted(StoredJob job) {
        long before = writer.size();
        note(() -> writer.accepted(job));
        places.accepted(place, writer.size() - before);
        return place;
    }

    @Override
    public void lost(long number, int lost) {
        note(() -> writer.lost(number, lost));
    }

    @Override
    public void ended(long number, long where) {
        places.ended(where);
        note(() -> writer.ended(number));
    }

    private interface Note {
        void take() throws IOException;
    }

    /** The engine goes on; {@link #write} says that nothing of this is safe. */
    private void note(Note note) {
        noted = true;
        try {
            if (failure == null) {
                note.take();
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    @Override
    public long group() {
        if (policy != FlushPolicy.EACH) {
            return 0;
        }
        return noted ? forcing.begun() + 1 : forcing.begun();
    }

    @Override
    public long kept() {
        return forcing.kept();
    }

    /** The last group that is being forced, or is. */
    long begun() {
        return forcing.begun();
    }

    @Override
    public void write(long now, long highest) throws IOException {
        if (failure != null) {
            throw failure;
        }
        forcing.check();
        writer.flush();
        if (noted && noteTime == Long.MAX_VALUE) {
            noteTime = now;
        }
        if (writer.size() > fileSize) {
            filled.add(writer.file());
            places.add(place, writer.size());
            place++;
            writer = next(highest);
            writer.flush();
        }
        clean();
        if (noted && forcing.isIdle() && isTime(now)) {
            force();
        }
    }

    private boolean isTime(long now) {
        return switch (policy) {
                    case EACH -> true;
                    case INTERVAL -> now - noteTime >= interval;
                    case NONE -> false;
                }
                || isLeaving();
    }

    /** Whether the jobs of an old file have been noted anew and that is not being forced yet. */
    private boolean isLeaving() {
        return leaving > 0 && leavingGroup == 0;
    }

    private void force() {
        noted = false;
        noteTime = Long.MAX_VALUE;
        forcing.begin(Forcing.Steps.of(volume, newNames, List.copyOf(filled), writer.file()));
        newNames = false;
        filled.clear();
        if (isLeaving()) {
            leavingGroup = forcing.begun();
        }
    }

    /** A file goes when nothing in it is alive, or when what is has been noted anew and forced. */
    private void clean() throws IOException {
        boolean left = leavingGroup > 0 && forcing.kept() >= leavingGroup;
        for (long oldest = places.oldest(); oldest < place; oldest = places.oldest()) {
            if (!places.isDead(oldest) && (!left || oldest > leaving)) {
                break;
            }
            volume.delete(Format.name(oldest));
            places.remove(oldest);
        }
        if (left) {
            leaving = 0;
            leavingGroup = 0;
        }
        if (stale == NOWHERE && leaving == 0 && places.oldest() < place && places.areWasteful(2 * fileSize)) {
            stale = places.oldest();
        }
    }

    @Override
    public long deadline() {
        if (failure != null || writer.isPending() || stale != NOWHERE) {
            return 0;
        }
        boolean waits = noted && policy == FlushPolicy.INTERVAL && forcing.isIdle();
        return waits ? noteTime + interval : Long.MAX_VALUE;
    }

    @Override
    public long stale() {
        return stale;
    }

    @Override
    public void renewed(long upTo) {
        leaving = upTo;
        leavingGroup = 0;
        stale = NOWHERE;
        noted = true;
    }

    @Override
    public void close() throws IOException {
        try (volume) {
            if (failure == null) {
                writer.flush();
                force();
            }
            forcing.close();
            writer.file().close();
        }
    }
}
