package io.gearmancdi.cli.view;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What describes a worker or job, by label; text goes before lists and lists before descriptions. */
final class Description {

    private static final Set<String> LIMITS = Set.of("iterations", "minimumExecutionTime", "timeout");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String label;
    private final String limitsLabel;

    private Description(String label, String limitsLabel) {
        this.label = label;
        this.limitsLabel = limitsLabel;
    }

    static Description of(WorkerEntry worker, Launch launch, GivenLimits given) {
        var description = new Description("@Worker\\", "@worker\\");
        description.values.put("className", worker.className());
        description.values.put("fileName", worker.fileName());
        description.values.put("nameSpace", worker.packageName());
        description.values.put("callableName", worker.callableName());
        description.lines(launch, "worker:execute", worker.callableName(), given);
        if (!worker.service().isEmpty()) {
            description.values.put("service", worker.service());
        }
        description.limits(given.over(worker.limits()));
        description.values.put("#jobs", worker.jobs().size());
        description.end(worker.servers(), worker.description());
        return description;
    }

    static Description of(JobEntry job, String jobPrefix, Launch launch, GivenLimits given) {
        var description = new Description("@job\\", "@job\\");
        description.values.put("methodName", job.methodName());
        description.values.put("callableName", job.callableName());
        if (!jobPrefix.isEmpty()) {
            description.values.put("jobPrefix", jobPrefix);
        }
        description.lines(launch, "job:execute", job.callableName(), given);
        description.limits(given.over(job.limits()));
        description.values.put("defaultMethod", job.defaultMethod());
        description.end(job.servers(), job.description());
        return description;
    }

    private void lines(Launch launch, String command, String name, GivenLimits given) {
        if (!launch.words().isEmpty()) {
            var line = Line.of(launch, command, name, given);
            values.put("supervisord", line.supervisord());
            values.put("systemd", line.systemd());
        }
    }

    private void limits(LimitValues limits) {
        values.put("iterations", limits.iterations());
        values.put("minimumExecutionTime", limits.minimumExecutionTime());
        values.put("timeout", limits.timeout());
    }

    private void end(List<String> servers, String text) {
        values.put("servers", servers);
        values.put("description", Texts.description(text));
    }

    /** The values, for JSON. */
    Map<String, Object> values() {
        return values;
    }

    void print(PrintWriter out) {
        values.forEach((name, value) -> {
            if (value instanceof List<?> servers) {
                heading(out, limitsLabel + name);
                for (int i = 0; i < servers.size(); i++) {
                    out.println("    #" + i + " - " + servers.get(i));
                }
            } else if (name.equals("description")) {
                heading(out, label + name);
                out.println("    " + value);
                out.println();
            } else {
                out.println((LIMITS.contains(name) ? limitsLabel : label) + name + " : " + value);
            }
        });
    }

    private static void heading(PrintWriter out, String text) {
        out.println();
        out.println(text + " :");
        out.println();
    }
}
