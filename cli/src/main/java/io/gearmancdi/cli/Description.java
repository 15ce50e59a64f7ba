package io.gearmancdi.cli;

import io.gearmancdi.JobDescriptor;
import io.gearmancdi.LimitOverrides;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.WorkerSettings;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What describes a worker or job, by label; text goes before lists and lists before descriptions. */
final class Description {

    static final String NONE = "No description is defined";

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String label;
    private final String limitsLabel;

    private Description(String label, String limitsLabel) {
        this.label = label;
        this.limitsLabel = limitsLabel;
    }

    static Description of(WorkerDescriptor worker, Setup setup, Line line, LimitOverrides overrides) {
        var description = new Description("@Worker\\", "@worker\\");
        var place = ClassPlace.of(worker.className());
        description.put("className", worker.className());
        description.put("fileName", place.file());
        description.put("nameSpace", place.packageName());
        description.put("callableName", worker.callableName());
        description.lines(line);
        if (!worker.service().isEmpty()) {
            description.put("service", worker.service());
        }
        description.limits(overrides.applyTo(worker.settings()));
        description.put("#jobs", worker.jobs().size());
        description.end(setup.serversOr(worker.settings().servers()), worker.description());
        return description;
    }

    static Description of(JobDescriptor job, Setup setup, Line line, LimitOverrides overrides) {
        var description = new Description("@job\\", "@job\\");
        description.put("methodName", job.methodName());
        description.put("callableName", job.name());
        if (!setup.jobPrefix().isEmpty()) {
            description.put("jobPrefix", setup.jobPrefix());
        }
        description.lines(line);
        description.limits(overrides.applyTo(job.settings()));
        description.put("defaultMethod", Methods.text(job.defaultMethod()));
        description.end(setup.serversOr(job.settings().servers()), job.description());
        return description;
    }

    private void put(String name, Object value) {
        values.put(name, value);
    }

    private void lines(Line line) {
        put("supervisord", line.supervisord());
        put("systemd", line.systemd());
    }

    private void limits(WorkerSettings settings) {
        put("iterations", settings.iterations());
        put("minimumExecutionTime", settings.minimumExecutionTime().toSeconds());
        put("timeout", settings.timeout().toSeconds());
    }

    private void end(List<ServerAddress> servers, String text) {
        put("servers", servers.stream().map(ServerAddress::toString).toList());
        put("description", text.isEmpty() ? NONE : text);
    }

    /** The values, for JSON. */
    Map<String, Object> values() {
        return values;
    }

    void print(PrintWriter out) {
        values.forEach((name, value) -> {
            if (value instanceof List<?> servers) {
                out.println();
                out.println(limitsLabel + name + " :");
                out.println();
                for (int i = 0; i < servers.size(); i++) {
                    out.println("    #" + i + " - " + servers.get(i));
                }
            } else if (name.equals("description")) {
                out.println();
                out.println(label + name + " :");
                out.println();
                out.println("    " + value);
                out.println();
            } else {
                var limit = name.equals("iterations") || name.equals("minimumExecutionTime") || name.equals("timeout");
                out.println((limit ? limitsLabel : label) + name + " : " + value);
            }
        });
    }
}
