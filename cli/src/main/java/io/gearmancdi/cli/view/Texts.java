package io.gearmancdi.cli.view;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the console prints of a catalog, for people and for programs. */
public final class Texts {

    private Texts() {}

    /**
     * The description of a worker or job.
     *
     * @param text may be empty
     * @return is never empty
     */
    public static String description(String text) {
        return text.isEmpty() ? "No description is defined" : text;
    }

    /**
     * Lists all workers and their jobs.
     *
     * @param catalog the workers
     * @param out takes lines
     */
    public static void list(Catalog catalog, PrintWriter out) {
        for (var worker : catalog.workers()) {
            out.println("@Worker: " + worker.className());
            out.println("callablename: " + worker.callableName());
            out.println("Jobs:");
            int number = 1;
            for (var job : worker.jobs()) {
                out.println("  - #" + number++);
                out.println("    name: " + job.methodName());
                out.println("    callablename: " + job.callableName());
                if (!catalog.jobPrefix().isEmpty()) {
                    out.println("    jobPrefix: " + catalog.jobPrefix());
                }
            }
            out.println();
        }
    }

    /**
     * Lists all workers and their jobs as JSON.
     *
     * @param catalog the workers
     * @param out takes a line
     */
    public static void listAsJson(Catalog catalog, PrintWriter out) {
        var workers = new ArrayList<Map<String, Object>>();
        for (var worker : catalog.workers()) {
            var map = new LinkedHashMap<String, Object>();
            map.put("className", worker.className());
            map.put("callableName", worker.callableName());
            map.put("jobs", jobs(worker, catalog.jobPrefix()));
            workers.add(map);
        }
        out.println(Json.of(workers));
    }

    private static List<Map<String, Object>> jobs(WorkerEntry worker, String prefix) {
        var jobs = new ArrayList<Map<String, Object>>();
        for (var job : worker.jobs()) {
            var map = new LinkedHashMap<String, Object>();
            map.put("methodName", job.methodName());
            map.put("callableName", job.callableName());
            map.put("jobPrefix", prefix);
            map.put("function", job.function());
            jobs.add(map);
        }
        return jobs;
    }

    /**
     * Describes a worker.
     *
     * @param worker the worker
     * @param launch how the console is started
     * @param given limits that override its own
     * @param json whether to print for programs
     * @param out takes it
     */
    public static void describe(WorkerEntry worker, Launch launch, GivenLimits given, boolean json, PrintWriter out) {
        var description = Description.of(worker, launch, given);
        if (json) {
            out.println(Json.of(description.values()));
        } else {
            description.print(out);
        }
    }

    /**
     * Describes a job after its worker.
     *
     * @param found the job and its worker
     * @param jobPrefix what all function names start with
     * @param launch how the console is started
     * @param given limits that override those of the job
     * @param json whether to print for programs
     * @param out takes it
     */
    public static void describe(
            JobOfWorker found, String jobPrefix, Launch launch, GivenLimits given, boolean json, PrintWriter out) {
        var worker = Description.of(found.worker(), launch, GivenLimits.none());
        var job = Description.of(found.job(), jobPrefix, launch, given);
        if (json) {
            var both = new LinkedHashMap<String, Object>();
            both.put("worker", worker.values());
            both.put("job", job.values());
            out.println(Json.of(both));
        } else {
            worker.print(out);
            job.print(out);
        }
    }
}
