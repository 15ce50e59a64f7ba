package io.gearmancdi.driver.worker;

import io.gearmancdi.JobDescriptor;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkerInstance;
import java.util.List;

/** One job of a worker, run as if it were a worker. */
record JobAlone(WorkerDescriptor descriptor, WorkerDefinition worker) implements WorkerDefinition {

    static JobAlone of(JobDescriptor job, WorkerDefinition worker) {
        var whole = worker.descriptor();
        var alone = WorkerDescriptor.builder(job.name())
                .className(whole.className())
                .service(whole.service())
                .description(job.description())
                .settings(job.settings())
                .jobs(List.of(job))
                .build();
        return new JobAlone(alone, worker);
    }

    @Override
    public WorkerInstance newInstance() throws Exception {
        return worker.newInstance();
    }
}
