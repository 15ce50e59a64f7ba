package io.gearmancdi.examples.quickstart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * What came of a run.
 *
 * @param thumbnails those that were made, in the order of the images
 * @param sheet the contact sheet, if it was made
 * @param failures the jobs that failed
 * @param time from the first submission to the last end
 */
record Summary(List<Thumbnail> thumbnails, Optional<ContactSheet> sheet, List<Failure> failures, Duration time) {

    int jobs() {
        return thumbnails.size() + (int) sheet.stream().count() + failures.size();
    }

    boolean isSuccessful() {
        return failures.isEmpty();
    }

    void print(Screen screen) {
        failures.stream()
                .collect(groupingBy(Failure::reason, LinkedHashMap::new, toList()))
                .forEach((reason, jobs) -> screen.line(failed(jobs) + ": " + reason, Style.fg_red));
        double seconds = Math.max(0.001, time.toMillis() / 1000.0);
        screen.line(
                "%d jobs, %d failed, %.2f s, %.1f jobs/s".formatted(jobs(), failures.size(), seconds, jobs() / seconds),
                Style.bold);
        sheet.ifPresent(made -> screen.line("Contact sheet: " + made.file(), Style.bold));
    }

    /** One reason may fail many jobs: it is told once. */
    private static String failed(List<Failure> jobs) {
        return jobs.size() == 1 ? "  " + jobs.get(0).job() + " failed" : "  %d jobs failed".formatted(jobs.size());
    }
}
