package io.gearmancdi.examples.quickstart;

import java.time.Duration;
import picocli.CommandLine.Help.Ansi.Style;

/** How far a run is. For one thread: the library delivers the events of a blocking call in the thread of its caller. */
final class Progress {

    private static final int BAR_WIDTH = 30;

    private final Screen screen;
    private final boolean verbose;
    private final long start = System.nanoTime();
    private int jobs;
    private int ended;
    private double done;

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
        jobs++;
        return new JobProgress(name, this);
    }

    /**
     * Goes on.
     *
     * @param share which part of a job has been done since the last time
     */
    void advance(double share) {
        done += share;
        show();
    }

    void end() {
        ended++;
        show();
    }

    void detail(String text) {
        if (verbose) {
            screen.line(text, Style.faint);
        }
    }

    void say(String text, Style... styles) {
        screen.line(text, styles);
    }

    private void show() {
        double share = Math.max(0, Math.min(1, done / jobs));
        int full = (int) (share * BAR_WIDTH);
        var bar = "#".repeat(full) + ".".repeat(BAR_WIDTH - full);
        double seconds = elapsed().toMillis() / 1000.0;
        screen.bar("[%s] %3.0f %%  %d/%d jobs  %.1f s".formatted(bar, share * 100, ended, jobs, seconds));
    }

    /** Takes the bar away. */
    void finish() {
        screen.bar("");
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
