package io.gearmancdi.discovery;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an application offers.
 *
 * @param workers the workers that are offered, in the order of their names
 * @param servers the job servers of the client, and of workers that name none
 */
public record Discovery(List<DiscoveredWorker> workers, List<ServerAddress> servers) {

    /**
     * Copies the lists.
     *
     * @param workers the workers
     * @param servers the job servers
     */
    public Discovery {
        workers = List.copyOf(workers);
        servers = List.copyOf(servers);
    }

    /**
     * Applies the rules. Goes on after every problem, so that all are found.
     *
     * @param classes the classes that extensions found
     * @param reader the settings
     * @param problems where problems go
     * @return what is offered; of use only if there are no errors
     */
    public static Discovery of(Collection<ClassView> classes, SettingsReader reader, Problems problems) {
        var servers = ServerList.read(reader, problems);
        var bundles = Bundles.read(reader, problems);
        var named = new HashSet<String>();
        var expressions = new Expressions(reader, problems, named);
        // What is not offered cannot be wrong
        var unheard = new Expressions(reader, new Problems(), named);
        var names = names(classes, view -> bundles.offer(view.type().getPackageName()) ? expressions : unheard);
        var rules = new WorkerReader(reader, problems, expressions, WorkerNames.ambiguous(names.values()));
        var workers = new ArrayList<DiscoveredWorker>();
        for (var view : classes) {
            if (view.work().isEmpty()) {
                Inspection.inspect(view, problems);
            } else if (bundles.offer(view.type().getPackageName())) {
                workers.add(rules.read(view, view.work().get(), names.get(view)));
            }
        }
        standIn(workers);
        checkNames(workers, problems);
        checkServers(workers, servers, problems);
        new KnownKeys(workers, names.values(), named).check(reader.settings(), problems);
        return new Discovery(
                workers.stream()
                        .flatMap(Standalone::part)
                        .sorted(Comparator.comparing(
                                worker -> worker.descriptor().callableName()))
                        .toList(),
                servers);
    }

    private static Map<ClassView, WorkerNames> names(
            Collection<ClassView> classes, Function<ClassView, Expressions> expressions) {
        var names = new LinkedHashMap<ClassView, WorkerNames>();
        for (var view : classes) {
            view.work().map(Work::name).ifPresent(name -> {
                var resolved = expressions
                        .apply(view)
                        .resolve(name, "@Work of " + view.type().getName() + " (name)");
                names.put(view, WorkerNames.of(view.type(), resolved));
            });
        }
        return names;
    }

    /** An alternative takes the place of the worker that has its name. */
    private static void standIn(List<DiscoveredWorker> workers) {
        var alternatives = workers.stream()
                .filter(worker -> worker.view().kind() == ClassView.Kind.ALTERNATIVE)
                .map(worker -> worker.descriptor().callableName())
                .collect(Collectors.toSet());
        workers.removeIf(worker -> worker.view().kind() == ClassView.Kind.MANAGED
                && alternatives.contains(worker.descriptor().callableName()));
    }

    private static void checkNames(List<DiscoveredWorker> workers, Problems problems) {
        var names = new Owners(ProblemCode.DUPLICATE_WORKER, "@Work(name)", problems);
        var jobs = new Owners(ProblemCode.DUPLICATE_FUNCTION, "@Job(name)", problems);
        for (var worker : workers) {
            names.claim(worker.descriptor().callableName(), worker.view().type().getName());
            for (var job : worker.jobs()) {
                var where = Inspection.where(worker.view(), job.method());
                jobs.claim(job.descriptor().name(), where);
                jobs.claim(job.descriptor().function(), where);
            }
        }
    }

    private static void checkServers(List<DiscoveredWorker> workers, List<ServerAddress> clients, Problems problems) {
        for (var worker : workers) {
            for (var job : worker.jobs()) {
                var offered = job.descriptor().settings().servers();
                if (!offered.isEmpty() && Collections.disjoint(offered, clients)) {
                    problems.add(
                            ProblemCode.OFFERED_ELSEWHERE,
                            Inspection.where(worker.view(), job.method()),
                            "it is offered on " + offered + " only, and the client submits to " + clients,
                            "Submit it through client.withServers(…), or change gearman.servers");
                }
            }
        }
    }
}
