package io.gearmancdi.discovery;

import io.gearmancdi.WorkerDescriptor;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a worker of its own of each job that is to run alone, under the limits of the job. */
final class Standalone {

    private Standalone() {}

    static Stream<DiscoveredWorker> part(DiscoveredWorker worker) {
        var alone = jobs(worker, JobMethod::standalone);
        if (alone.isEmpty()) {
            return Stream.of(worker);
        }
        var others = jobs(worker, job -> !job.standalone());
        return Stream.concat(
                others.isEmpty() ? Stream.of() : Stream.of(rest(worker, others)),
                alone.stream().map(job -> alone(worker, job)));
    }

    private static List<JobMethod> jobs(DiscoveredWorker worker, Predicate<JobMethod> wanted) {
        return worker.jobs().stream().filter(wanted).toList();
    }

    private static DiscoveredWorker rest(DiscoveredWorker worker, List<JobMethod> jobs) {
        var whole = worker.descriptor();
        var descriptor = like(worker, whole.callableName())
                .description(whole.description())
                .settings(whole.settings())
                .jobs(jobs.stream().map(JobMethod::descriptor).toList())
                .build();
        return new DiscoveredWorker(descriptor, worker.view(), jobs);
    }

    private static DiscoveredWorker alone(DiscoveredWorker worker, JobMethod job) {
        var descriptor = like(worker, job.descriptor().name())
                .description(job.descriptor().description())
                .settings(job.descriptor().settings())
                .jobs(List.of(job.descriptor()))
                .build();
        return new DiscoveredWorker(descriptor, worker.view(), List.of(job));
    }

    private static WorkerDescriptor.Builder like(DiscoveredWorker worker, String name) {
        return WorkerDescriptor.builder(name)
                .className(worker.descriptor().className())
                .service(worker.descriptor().service());
    }
}
