package io.gearmancdi.server.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** What peers leave behind that are gone: a million jobs are seen to in steps, between which others are served. */
final class Departures {
    private final Deque<Peer> leaving = new ArrayDeque<>();
    private final Jobs jobs;
    private final WorkReports reports;

    Departures(Jobs jobs, WorkReports reports) {
        this.jobs = jobs;
        this.reports = reports;
    }

    void add(Peer peer) {
        leaving.add(peer);
    }

    boolean isEmpty() {
        return leaving.isEmpty();
    }

    /** Sees to so many jobs at most, and tells how many steps are left. */
    int go(int steps, long now) {
        int left = steps;
        for (var peer = leaving.peek(); peer != null && left > 0; peer = leaving.peek()) {
            left = go(peer, left, now);
            if (peer.listening == null && peer.held.first() == null) {
                leaving.remove();
            }
        }
        return left;
    }

    /** First what it waits for: of the jobs that it runs itself, nobody else is to run those that only it wanted. */
    private int go(Peer peer, int steps, long now) {
        int left = steps;
        for (var listener = peer.listening; listener != null && left > 0; listener = peer.listening) {
            jobs.detach(listener);
            var job = listener.job();
            if (job.isAbandoned() && !job.isRunning()) {
                jobs.remove(job);
            }
            left--;
        }
        for (var job = peer.held.first(); job != null && left > 0; job = peer.held.first()) {
            reports.retry(job, now);
            left--;
        }
        return left;
    }
}
