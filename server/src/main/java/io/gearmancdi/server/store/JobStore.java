package io.gearmancdi.server.store;

import io.gearmancdi.server.engine.Journal;
import io.gearmancdi.server.engine.StoredJob;
import java.io.IOException;
import java.util.function.ObjLongConsumer;

/**
 * The notes of an engine and how far they are safe. Notes are taken in groups: a group is what is forced at once.
 *
 * <p>Confined to the thread of the event loop. Nothing here blocks for a force.
 */
public interface JobStore extends Journal, AutoCloseable {
    /**
     * Gives what has been found, once, in the order of numbers.
     *
     * @param taker takes each job and its place
     */
    void recover(ObjLongConsumer<StoredJob> taker);

    /** {@return a number that no job of an earlier process was above} */
    long lastNumber();

    /**
     * Wakes the loop when {@link #kept} has grown.
     *
     * @param wakeUp may be called by any thread
     */
    void whenKept(Runnable wakeUp);

    /** {@return the group that has to be kept before anybody is told of what was noted last, 0 where nobody waits} */
    long group();

    /** {@return the last group that is safe} */
    long kept();

    /**
     * Hands all notes to the operating system; to be called before anybody is told of them. Begins to force them where
     * it is time.
     *
     * @param now the time
     * @param highest the highest number that a job has had
     * @throws IOException where notes are not safe and never will be: the server must end
     */
    void write(long now, long highest) throws IOException;

    /** {@return when {@link #write} has something to do, though nothing be noted} */
    long deadline();

    /** {@return up to which place the engine should note its jobs anew, {@link Journal#NOWHERE} where it need not} */
    long stale();

    /**
     * No job stands at an old place any more.
     *
     * @param place the last that was left
     */
    void renewed(long place);

    /** Forces what is noted and gives the store free for others. */
    @Override
    void close() throws IOException;

    /** {@return a store that keeps nothing} */
    static JobStore none() {
        return new NoStore();
    }
}
