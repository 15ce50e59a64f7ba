package io.gearmancdi.examples.quickstart;

import picocli.CommandLine.Help.Ansi.Style;

/** How far one job is; the context of its task, so that every event finds it. For the submitting thread. */
final class JobProgress {

    private final String name;
    private final Progress run;
    private double share;
    private boolean ended;

    JobProgress(String name, Progress run) {
        this.name = name;
        this.run = run;
    }

    void created(String handle) {
        run.detail("  %s: created as %s".formatted(name, handle));
        run.show();
    }

    void moved(long completed, long total) {
        share = total > 0 ? Math.min(1, (double) completed / total) : 0;
        run.detail("  %s: %d of %d".formatted(name, completed, total));
        run.show();
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
        share = 1;
        ended = true;
        run.say(line, styles);
        run.show();
    }

    String name() {
        return name;
    }

    double share() {
        return share;
    }

    boolean isEnded() {
        return ended;
    }
}
