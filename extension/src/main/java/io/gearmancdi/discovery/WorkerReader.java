package io.gearmancdi.discovery;

import io.gearmancdi.Job;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.Work;
import io.gearmancdi.WorkerDescriptor;
import io.gearmancdi.discovery.Attribute.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the descriptors of one worker from its class and its configuration. */
final class WorkerReader {

    private static final int MAX_FUNCTION_BYTES = 512;

    private final SettingsReader reader;
    private final Problems problems;
    private final Expressions expressions;
    private final Set<String> ambiguous;
    private final String prefix;

    WorkerReader(SettingsReader reader, Problems problems, Expressions expressions, Set<String> ambiguous) {
        this.reader = reader;
        this.expressions = expressions;
        this.problems = problems;
        this.ambiguous = ambiguous;
        this.prefix = reader.value(Key.DEFAULTS_JOB_PREFIX, String::strip);
    }

    DiscoveredWorker read(ClassView view, Work work, WorkerNames names) {
        var origin = "@Work of " + view.type().getName();
        var known = names.forConfiguration(ambiguous);
        var ladder = new Ladder(reader, List.of(ConfigRung.defaults(reader.settings())))
                .below(
                        ConfigRung.of(reader.settings(), Level.WORKERS, known),
                        AnnotationRung.of(work, view.type().getName(), expressions));
        var callableName = names.callable(ladder.prependsNamespace());
        var jobs = new ArrayList<JobMethod>();
        for (var method : Inspection.legalJobs(view, problems)) {
            method.job().ifPresent(job -> jobs.add(job(view, method, job, callableName, known, ladder)));
        }
        var descriptor = WorkerDescriptor.builder(callableName)
                .className(view.type().getName())
                .service(expressions.resolve(work.service(), origin + " (service)"))
                .description(expressions.resolve(work.description(), origin + " (description)"))
                .settings(ladder.settings())
                .jobs(jobs.stream().map(JobMethod::descriptor).toList())
                .build();
        return new DiscoveredWorker(descriptor, view, jobs);
    }

    private JobMethod job(
            ClassView view, MethodView method, Job job, String callableName, Set<String> known, Ladder worker) {
        var where = Inspection.where(view, method);
        var origin = "@Job of " + where;
        var given = expressions.resolve(job.name(), origin + " (name)");
        var exact = expressions.resolve(job.function(), origin + " (function)");
        var shortName = given.isEmpty() ? method.name() : given;
        var name = callableName + "~" + shortName;
        var function = exact.isEmpty() ? prefix + name : exact;
        checkFunction(function, where);
        var own = List.<Rung>of(
                ConfigRung.of(reader.settings(), Level.JOBS, names(known, name, shortName, exact)),
                AnnotationRung.of(job, where, expressions));
        var ladder = worker.below(own.toArray(Rung[]::new));
        var descriptor = JobDescriptor.builder(name, function)
                .methodName(method.name())
                .description(expressions.resolve(job.description(), origin + " (description)"))
                .defaultMethod(ladder.method())
                .servers(new Ladder(reader, own).servers())
                .settings(ladder.settings())
                .build();
        return new JobMethod(descriptor, method, ladder.standalone());
    }

    private static Set<String> names(Set<String> workers, String name, String shortName, String exact) {
        var names = new LinkedHashSet<String>();
        names.add(name);
        workers.forEach(worker -> names.add(worker + "~" + shortName));
        if (!exact.isEmpty()) {
            names.add(exact);
        }
        return names;
    }

    private void checkFunction(String function, String where) {
        int bytes = function.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_FUNCTION_BYTES || function.chars().anyMatch(c -> c == 0 || Character.isWhitespace(c))) {
            problems.add(
                    ProblemCode.ILLEGAL_FUNCTION,
                    where,
                    "the function has " + bytes + " bytes, or blanks: '" + function + "'",
                    "Give names that make 1 to " + MAX_FUNCTION_BYTES + " bytes without blanks");
        }
    }
}
