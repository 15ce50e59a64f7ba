package io.gearmancdi;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A function that was registered in code. Thread-safe. */
public interface Registration extends AutoCloseable {

    /** {@return the worker made for it} */
    WorkerDescriptor worker();

    /**
     * Takes the function back: no further job is taken, those that run may finish.
     *
     * @param within how long they may take
     * @return ends when the worker has stopped
     */
    CompletionStage<DrainReport> stop(Duration within);

    /** Takes the function back and waits, as long as {@code gearman.shutdown.timeout} allows. */
    @Override
    void close();
}
