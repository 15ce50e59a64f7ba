package io.gearmancdi.examples.quickstart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi.Style;

/** How far a run is. For one thread: the library delivers the events of a blocking call in the thread of its caller. */
final class Progress {

    private static final int BAR_WIDTH = 30;

    private final Screen screen;
    private final boolean verbose;
    private final long start = System.nanoTime();
    private final List<JobProgress> jobs = new ArrayList<>();

    /**
     * Starts the clock.
     *
     * @param screen where to show it
     * @param verbose whether to tell every step of every job
     */
    Progress(Screen screen, boolean verbose) {
        this.screen = screen;
        this.verbose = verbose;
    }

    /** {@return a new job of this run} */
    JobProgress job(String name) {
        var job = new JobProgress(name, this);
        jobs.add(job);
        return job;
    }

    void detail(String text) {
        if (verbose) {
            screen.line(text, Style.faint);
        }
    }

    void say(String text, Style... styles) {
        screen.line(text, styles);
    }

    void show() {
        double share = jobs.stream().mapToDouble(JobProgress::share).average().orElse(0);
        int full = (int) (share * BAR_WIDTH);
        screen.bar("[%s%s] %3.0f %%  %d/%d jobs  %.1f s"
                .formatted(
                        "#".repeat(full),
                        ".".repeat(BAR_WIDTH - full),
                        share * 100,
                        ended(),
                        jobs.size(),
                        elapsed().toMillis() / 1000.0));
    }

    /** Takes the bar away. */
    void finish() {
        screen.bar("");
    }

    int ended() {
        return (int) jobs.stream().filter(JobProgress::isEnded).count();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
