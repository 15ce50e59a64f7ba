package io.gearmancdi.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs every row round by round, its contenders in turn, and prints a table in AsciiDoc. */
@Command(name = "compare", description = "Runs this library beside its peers on one job server")
public final class Compare implements Callable<Integer> {

    @Option(names = "--peers", required = true, description = "where the compiled peers are")
    Path peers;

    @Option(names = "--php", required = true, description = "the peer in PHP")
    Path php;

    @Option(names = "--java", description = "what runs ours; built-in the one that runs this")
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    @Option(names = "--java-options", split = " ", description = "flags for ours")
    List<String> flags = List.of("-XX:+UseParallelGC", "-Xmx1g", "-Xmn64m");

    @Option(names = "--server-options", split = " ", description = "options of gearmand")
    List<String> serverOptions = List.of("-t", "4", "--hashtable-buckets", "1000003");

    @Option(names = "--rounds", defaultValue = "5", description = "how often each contender runs")
    int rounds;

    @Option(names = "--scale", defaultValue = "1", description = "a part of the jobs, to see that all works")
    double scale;

    @Option(
            names = "--only",
            split = ",",
            description = "only rows whose keys hold one of these; a key is the name in small letters with hyphens")
    List<String> only = List.of("");

    @Option(names = "--java25", description = "a Java of 21 or later, for the rows that need one")
    Path java25;

    /** Rows that look at the same measure share its runs. */
    private final Map<List<Object>, Map<String, Double>> runs = new HashMap<>();

    private int functions;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        var newer = Optional.ofNullable(java25).map(other -> Peer.ours(other, flags));
        var rows = new Rows(
                        Peer.ours(java, flags),
                        newer,
                        Peer.raw(peers),
                        Peer.libgearman(peers),
                        Peer.php(php),
                        Peer.small(java),
                        Peer.nothing(java),
                        scale)
                .all();
        refuseUnknown(rows);
        System.out.println("gearmand " + String.join(" ", serverOptions) + "; " + java + ' ' + String.join(" ", flags)
                + "; " + rounds + " rounds\n");
        System.out.println("[cols=\"3,4,3\"]\n|===\n|Workload |Medians |Ours");
        for (var row : rows) {
            if (only.stream().anyMatch(row.key()::contains)) {
                System.out.println('\n' + compare(row).line());
            }
        }
        System.out.println("|===");
        return 0;
    }

    private void refuseUnknown(List<Row> rows) {
        var keys = rows.stream().map(Row::key).toList();
        for (var wanted : only) {
            if (keys.stream().noneMatch(key -> key.contains(wanted))) {
                throw new ParameterException(
                        spec.commandLine(), "No row has " + wanted + " in its key: " + String.join(", ", keys));
            }
        }
    }

    /** Each round has a server of its own: what earlier ones left on it would slow later ones down. */
    private Outcome compare(Row row) throws IOException, InterruptedException, TimeoutException {
        var outcome = new Outcome(row);
        for (int round = 0; round < rounds; round++) {
            for (var contender : row.contenders().entrySet()) {
                var peer = contender.getKey();
                var figures = run(round, peer, contender.getValue());
                outcome.add(peer.name(), figures.get(row.figure()));
            }
        }
        return outcome;
    }

    private Map<String, Double> run(int round, Peer peer, Measure measure)
            throws IOException, InterruptedException, TimeoutException {
        var key = List.of(round, peer, measure);
        var known = runs.get(key);
        if (known != null) {
            return known;
        }
        try (var server = JobServer.gearmand(serverOptions)) {
            var figures = measure.run(peer, server, "compared-" + functions++);
            runs.put(key, figures);
            return figures;
        }
    }
}
