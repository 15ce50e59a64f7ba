package io.gearmancdi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.cli.cache.CacheDirectory;
import io.gearmancdi.cli.cache.CatalogCache;
import io.gearmancdi.cli.cache.Origin;
import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.GivenLimits;
import io.gearmancdi.cli.view.Launch;
import io.gearmancdi.cli.view.Texts;
import java.io.PrintWriter;
import java.util.List;

/**
 * Answers simple questions from the cache, without parser, container and configuration; whatever it does not know goes
 * the long way, which answers the same.
 */
final class ShortWay {

    private ShortWay() {}

    static boolean answers(String... arguments) {
        var question = Question.of(arguments);
        if (question == null) {
            return false;
        }
        try {
            var origin = Origin.of(question.classPath());
            var catalog = CatalogCache.in(CacheDirectory.of(origin), origin).read();
            return catalog.isPresent() && answer(question, catalog.get());
        } catch (RuntimeException e) {
            // The long way tells what is wrong
            return false;
        }
    }

    private static boolean answer(Question question, Catalog catalog) {
        var out = new PrintWriter(System.out, false, UTF_8);
        boolean known = switch (question.command()) {
            case CommandNames.WORKER_LIST -> list(question, catalog, out);
            case CommandNames.WORKER_DESCRIBE -> worker(question, catalog, out);
            default -> job(question, catalog, out);
        };
        out.flush();
        return known;
    }

    private static boolean list(Question question, Catalog catalog, PrintWriter out) {
        if (question.json()) {
            Texts.listAsJson(catalog, out);
        } else {
            Texts.list(catalog, out);
        }
        return true;
    }

    private static boolean worker(Question question, Catalog catalog, PrintWriter out) {
        var worker = catalog.worker(question.name());
        worker.ifPresent(found -> Texts.describe(found, launch(question), GivenLimits.none(), question.json(), out));
        return worker.isPresent();
    }

    private static boolean job(Question question, Catalog catalog, PrintWriter out) {
        var job = catalog.job(question.name());
        job.ifPresent(found ->
                Texts.describe(found, catalog.jobPrefix(), launch(question), GivenLimits.none(), question.json(), out));
        return job.isPresent();
    }

    private static Launch launch(Question question) {
        var classPath = question.classPath().text();
        var launch = LaunchWords.of(classPath.isEmpty() ? List.of() : List.of("--class-path", classPath));
        if (!question.json() && !question.quiet()) {
            var err = new PrintWriter(System.err, false, UTF_8);
            LaunchWords.explain(launch, err);
            err.flush();
        }
        return launch;
    }
}
