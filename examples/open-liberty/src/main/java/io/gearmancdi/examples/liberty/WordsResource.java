package io.gearmancdi.examples.liberty;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobOption;
import io.gearmancdi.TaskOutcome;
import io.gearmancdi.TaskResults;
import io.gearmancdi.TypeRef;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes a text, hands its parts out, and puts the answers together. */
@Path("words")
@Consumes(MediaType.TEXT_PLAIN)
@Produces(MediaType.APPLICATION_JSON)
public class WordsResource {

    private static final String JOB = "words~count";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST = 5;

    @Inject
    GearmanClient gearman;

    /**
     * Returns when all parts are counted.
     *
     * @param text the text
     * @return its words
     */
    @POST
    public Counted count(String text) {
        var tasks = gearman.tasks();
        Part.of(text).forEach(part -> tasks.addTask(JOB, part.text(), JobOption.context(part)));
        return counted(tasks.runTasks(PATIENCE));
    }

    /** A part that failed takes nothing away from the others. */
    private static Counted counted(TaskResults results) {
        var counts = new TreeMap<String, Integer>();
        results.all().stream()
                .filter(TaskOutcome::isSuccessful)
                .flatMap(outcome -> outcome.result().stream())
                .map(result -> result.as(new TypeRef<Map<String, Integer>>() {}))
                .forEach(some -> some.forEach((word, count) -> counts.merge(word, count, Integer::sum)));
        long words = counts.values().stream().mapToLong(Integer::longValue).sum();
        return new Counted(results.all().size(), words, most(counts), failures(results));
    }

    private static Map<String, Integer> most(Map<String, Integer> counts) {
        var most = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }

    private static List<String> failures(TaskResults results) {
        return results.failures().stream().map(WordsResource::failure).toList();
    }

    private static String failure(TaskOutcome outcome) {
        var part = outcome.task().context(Part.class).orElseThrow();
        var reason = outcome.result()
                .flatMap(result -> result.failure())
                .map(failure -> failure.message())
                .orElseGet(() -> outcome.error().map(Throwable::getMessage).orElse("unknown"));
        return "from line " + part.firstLine() + ": " + reason;
    }
}
