package io.gearmancdi.cdi;

import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.discovery.DiscoveredWorker;
import io.gearmancdi.spi.WorkerDefinition;
import io.gearmancdi.spi.WorkerInstance;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A worker that is a CDI bean. */
final class BeanWorker implements WorkerDefinition {

    private final DiscoveredWorker worker;
    private final WorkerBean bean;
    private final BeanCalls around;
    private final Map<String, JobCall> calls;

    BeanWorker(DiscoveredWorker worker, WorkerBean bean, BeanCalls around) {
        this.worker = worker;
        this.bean = bean;
        this.around = around;
        this.calls = worker.jobs().stream()
                .map(JobCall::new)
                .collect(Collectors.toUnmodifiableMap(JobCall::name, Function.identity()));
    }

    @Override
    public WorkerDescriptor descriptor() {
        return worker.descriptor();
    }

    @Override
    public WorkerInstance newInstance() throws Exception {
        var loader = worker.view().type().getClassLoader();
        return ContextLoader.call(loader, () -> new BeanInstance(bean.open(), calls, around, loader));
    }
}
