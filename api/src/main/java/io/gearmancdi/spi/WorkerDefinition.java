package io.gearmancdi.spi;

import io.gearmancdi.WorkerDescriptor;

/** A worker and the way to make instances of it. */
public interface WorkerDefinition {

    /** {@return the worker} */
    WorkerDescriptor descriptor();

    /**
     * Makes what one slot works with. Called on the executor before the slot's first job, and again after it was
     * recycled.
     *
     * @return the instance
     * @throws Exception if it cannot be made: the job fails with it and the next job tries again
     */
    WorkerInstance newInstance() throws Exception;
}
