package io.gearmancdi.server.net;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The time of a loop, which goes on evenly however the clock on the wall is set. It begins with what that shows. */
final class Time {
    private final InstantSource wall;
    private final long begin;
    private final long origin = System.nanoTime();

    Time(InstantSource wall) {
        this.wall = wall;
        this.begin = wall.millis();
    }

    long now() {
        return begin + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - origin);
    }

    long wall() {
        return wall.millis();
    }
}
