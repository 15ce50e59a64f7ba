package io.gearmancdi.cli;

import io.gearmancdi.JobDescriptor;
import io.gearmancdi.cli.view.Texts;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What execute tells the user.
 *
 * @param quiet nothing
 * @param described whether also what is executed
 * @param err takes it
 */
record Talk(boolean quiet, boolean described, PrintWriter err) {

    void loading() {
        line("[" + now() + "] loading...");
    }

    void loaded(String description, List<JobDescriptor> jobs) {
        if (described) {
            line(Texts.description(description));
            jobs.forEach(
                    job -> line("  - " + job.name() + (job.description().isEmpty() ? "" : " : " + job.description())));
        }
        line("[" + now() + "] loaded. Ctrl+C to break");
    }

    private void line(String text) {
        if (!quiet) {
            err.println(text);
            err.flush();
        }
    }

    private static String now() {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    }
}
