package io.gearmancdi.cli;

import io.gearmancdi.JobDescriptor;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Option;

/** What execute tells and asks the user. */
final class Talk {

    private final Surroundings surroundings;
    private final Root options;

    @Option(names = "--no-description", description = "Print no description")
    private boolean noDescription;

    Talk(Surroundings surroundings, Root options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    void confirm(String what) {
        if (!options.noInteraction && !surroundings.confirmation().test("Execute " + what + "? [y/N] ")) {
            throw new RefusedException("Not executed");
        }
    }

    void loading() {
        line("[" + now() + "] loading...");
    }

    void loaded(String description, List<JobDescriptor> jobs) {
        if (!noDescription) {
            line(description.isEmpty() ? Description.NONE : description);
            jobs.forEach(
                    job -> line("  - " + job.name() + (job.description().isEmpty() ? "" : " : " + job.description())));
        }
        line("[" + now() + "] loaded. Ctrl+C to break");
    }

    private void line(String text) {
        if (!options.quiet) {
            surroundings.err().println(text);
            surroundings.err().flush();
        }
    }

    private static String now() {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    }
}
