package io.gearmancdi.server.engine;

import org.jspecify.annotations.Nullable;

/** Walks along all jobs, little by little, and notes those anew that stand at old places of the journal. */
final class Renewal {
    private final Jobs jobs;
    private Arrivals.@Nullable Walk walk;

    Renewal(Jobs jobs) {
        this.jobs = jobs;
    }

    boolean go(long place, int steps) {
        var open = walk == null ? jobs.arrivals().walk() : walk;
        for (int step = 0; step < steps && open.hasNext(); step++) {
            var job = open.next();
            if (job.place != Journal.NOWHERE && job.place <= place) {
                jobs.note(job);
            }
        }
        boolean done = !open.hasNext();
        if (done) {
            open.close();
        }
        walk = done ? null : open;
        return done;
    }
}
