package io.gearmancdi.cdi;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.GearmanOutput;
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
    private final RequestContexts contexts;
    private final GearmanOutput output;
    private final RequestContextController request;
    private final ClassLoader loader;
    private boolean knowsOutput;

    BeanInstance(
            WorkerReference reference,
            Map<String, JobCall> calls,
            RequestContexts contexts,
            GearmanOutput output,
            ClassLoader loader) {
        this.reference = reference;
        this.calls = calls;
        this.contexts = contexts;
        this.output = output;
        this.request = contexts.open();
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
            return call.invoke(reference.instance(), job);
        } finally {
            if (activated) {
                request.deactivate();
            }
        }
    }

    private void tellOutput() {
        if (reference.instance() instanceof GearmanOutputAware aware && !knowsOutput) {
            aware.setOutput(output.writer());
            knowsOutput = !reference.perRequest();
        }
    }

    @Override
    public void destroy() {
        contexts.close(request);
        reference.release().run();
    }
}
