package io.gearmancdi.driver.worker;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.JobHandler;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkerInstance;
import org.jspecify.annotations.Nullable;

/** A worker made of one handler, which all slots share. */
record HandlerDefinition(WorkerDescriptor descriptor, JobHandler handler) implements WorkerDefinition, WorkerInstance {

    @Override
    public WorkerInstance newInstance() {
        return this;
    }

    @Override
    public @Nullable Object handle(JobDescriptor job, GearmanJob gearmanJob) throws Exception {
        return handler.handle(gearmanJob);
    }

    @Override
    public void destroy() {
        // The handler is the application's
    }
}
