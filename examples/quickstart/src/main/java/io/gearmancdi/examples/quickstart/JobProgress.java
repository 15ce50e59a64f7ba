package io.gearmancdi.examples.quickstart;

import picocli.CommandLine.Help.Ansi.Style;

/** How far one job is; the context of its task, so that every event finds it. For the submitting thread. */
final class JobProgress {

    private final String name;
    private final Progress run;
    private double share;

    JobProgress(String name, Progress run) {
        this.name = name;
        this.run = run;
    }

    void created(String handle) {
        run.detail("  %s: created as %s".formatted(name, handle));
    }

    void moved(long completed, long total) {
        run.detail("  %s: %d of %d".formatted(name, completed, total));
        moveTo(total > 0 ? (double) completed / total : 0);
    }

    void warned(String warning) {
        run.say("  warning: " + warning, Style.fg_yellow);
    }

    void completed(String what) {
        end("  %-24s %s".formatted(name, what), Style.fg_green);
    }

    void failed() {
        end("  %-24s failed".formatted(name), Style.fg_red, Style.bold);
    }

    private void end(String line, Style... styles) {
        run.say(line, styles);
        moveTo(1);
        run.end();
    }

    private void moveTo(double newShare) {
        run.advance(newShare - share);
        share = newShare;
    }

    String name() {
        return name;
    }
}
