package io.gearmancdi.server.net;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Something that peers can make happen as often as they like: one word a minute, and how many were left out. */
final class Seldom {
    private static final long PAUSE = 60_000;

    private final Logger logger;
    private final Level level;
    private long again;
    private long leftOut;

    Seldom(Logger logger, Level level) {
        this.logger = logger;
        this.level = level;
    }

    void say(long now, Supplier<String> text) {
        if (now < again) {
            leftOut++;
            return;
        }
        var more = leftOut == 0 ? "" : "; so were " + leftOut + " more since this was said last";
        again = now + PAUSE;
        leftOut = 0;
        logger.log(level, () -> text.get() + more);
    }
}
