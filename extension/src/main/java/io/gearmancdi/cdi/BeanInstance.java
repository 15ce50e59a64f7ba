package io.gearmancdi.cdi;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.GearmanOutputAware;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.spi.WorkerInstance;
import jakarta.enterprise.context.control.RequestContextController;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one slot works with: a reference to the bean and a request context that begins anew with each job. */
final class BeanInstance implements WorkerInstance {

    private final WorkerReference reference;
    private final Map<String, JobCall> calls;
    private final BeanCalls around;
    private final RequestContextController request;
    private final ClassLoader loader;
    private boolean knowsOutput;

    BeanInstance(WorkerReference reference, Map<String, JobCall> calls, BeanCalls around, ClassLoader loader) {
        this.reference = reference;
        this.calls = calls;
        this.around = around;
        this.request = around.contexts().open();
        this.loader = loader;
    }

    @Override
    public @Nullable Object handle(JobDescriptor descriptor, GearmanJob job) throws Exception {
        var call = calls.get(descriptor.name());
        if (call == null) {
            throw new IllegalArgumentException("No job '" + descriptor.name() + "' in this worker");
        }
        return ContextLoader.<@Nullable Object>call(loader, () -> inRequest(call, job));
    }

    private @Nullable Object inRequest(JobCall call, GearmanJob job) throws Exception {
        boolean activated = request.activate();
        try {
            tellOutput();
            return around.invoke(call, reference.instance(), job);
        } finally {
            if (activated) {
                request.deactivate();
            }
        }
    }

    private void tellOutput() {
        if (reference.instance() instanceof GearmanOutputAware aware && !knowsOutput) {
            aware.setOutput(around.output().writer());
            knowsOutput = !reference.perRequest();
        }
    }

    @Override
    public void destroy() {
        around.contexts().close(request);
        reference.release().run();
    }
}
