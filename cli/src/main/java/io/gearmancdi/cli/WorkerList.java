package io.gearmancdi.cli;

import io.gearmancdi.JobDescriptor;
import io.gearmancdi.WorkerDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists workers and their jobs. */
@Command(name = "worker:list", description = "List all Gearman workers and their jobs")
final class WorkerList implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    WorkerList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var workers = surroundings.workers().get().list();
        var prefix = surroundings.setup().get().jobPrefix();
        var out = surroundings.out();
        if (json) {
            out.println(Json.of(
                    workers.stream().map(worker -> asMap(worker, prefix)).toList()));
        } else {
            workers.forEach(worker -> print(worker, prefix));
        }
        return ExitCode.OK.number();
    }

    private void print(WorkerDescriptor worker, String prefix) {
        var out = surroundings.out();
        out.println("@Worker: " + worker.className());
        out.println("callablename: " + worker.callableName());
        out.println("Jobs:");
        int number = 1;
        for (var job : worker.jobs()) {
            out.println("  - #" + number++);
            out.println("    name: " + job.methodName());
            out.println("    callablename: " + job.name());
            if (!prefix.isEmpty()) {
                out.println("    jobPrefix: " + prefix);
            }
        }
        out.println();
    }

    private static Map<String, Object> asMap(WorkerDescriptor worker, String prefix) {
        var map = new LinkedHashMap<String, Object>();
        map.put("className", worker.className());
        map.put("callableName", worker.callableName());
        List<Map<String, Object>> jobs =
                worker.jobs().stream().map(job -> asMap(job, prefix)).toList();
        map.put("jobs", jobs);
        return map;
    }

    private static Map<String, Object> asMap(JobDescriptor job, String prefix) {
        var map = new LinkedHashMap<String, Object>();
        map.put("methodName", job.methodName());
        map.put("callableName", job.name());
        map.put("jobPrefix", prefix);
        map.put("function", job.function());
        return map;
    }
}
