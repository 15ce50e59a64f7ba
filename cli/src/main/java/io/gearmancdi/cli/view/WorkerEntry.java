package io.gearmancdi.cli.view;

import java.util.List;

/**
 * A worker, as the console shows it.
 *
 * @param className its class; empty for a handler registered in code
 * @param fileName the file of the class, or the jar that holds it; empty where that is not known
 * @param callableName its name
 * @param service the name of its bean; empty: the only one
 * @param description a line about it; may be empty
 * @param limits its limits
 * @param servers its job servers, {@code host:port}
 * @param jobs its jobs
 */
public record WorkerEntry(
        String className,
        String fileName,
        String callableName,
        String service,
        String description,
        LimitValues limits,
        List<String> servers,
        List<JobEntry> jobs) {

    /**
     * Copies the lists.
     *
     * @param className its class
     * @param fileName its file
     * @param callableName its name
     * @param service the name of its bean
     * @param description a line about it
     * @param limits its limits
     * @param servers its job servers
     * @param jobs its jobs
     */
    public WorkerEntry {
        servers = List.copyOf(servers);
        jobs = List.copyOf(jobs);
    }

    String packageName() {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
