package io.gearmancdi.driver.worker;

import io.gearmancdi.JobDescriptor;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker offers where: a job with servers of its own is offered only there.
 *
 * @param byServer the functions of each server
 * @param jobs the jobs by function
 */
record Offers(Map<ServerAddress, List<String>> byServer, Map<String, JobDescriptor> jobs) {

    /**
     * @param configured the servers of a worker that names none
     */
    static Offers of(WorkerDescriptor worker, WorkerSettings settings, List<ServerAddress> configured) {
        var own = settings.servers().isEmpty() ? configured : settings.servers();
        var byServer = new LinkedHashMap<ServerAddress, List<String>>();
        var jobs = new HashMap<String, JobDescriptor>();
        for (var job : worker.jobs()) {
            jobs.put(job.function(), job);
            for (var server : job.servers().isEmpty() ? own : job.servers()) {
                byServer.computeIfAbsent(server, key -> new ArrayList<>()).add(job.function());
            }
        }
        return new Offers(byServer, jobs);
    }

    @Nullable
    JobDescriptor job(String function) {
        return jobs.get(function);
    }
}
