package io.gearmancdi.server.engine;

import org.jspecify.annotations.Nullable;

/**
 * One foreground submission: ties a job to the peer that waits for it. A peer may wait for the same job more than once.
 */
final class Listener {
    /** What it takes up in memory, roughly. */
    static final int BYTES = 40;

    private final Job job;
    private final Peer peer;

    private @Nullable Listener previousOfJob;
    private @Nullable Listener nextOfJob;
    private @Nullable Listener previousOfPeer;
    private @Nullable Listener nextOfPeer;

    private Listener(Job job, Peer peer) {
        this.job = job;
        this.peer = peer;
        this.nextOfJob = job.listener;
        this.nextOfPeer = peer.listening;
    }

    static void attach(Job job, Peer peer) {
        var listener = new Listener(job, peer);
        if (listener.nextOfJob != null) {
            listener.nextOfJob.previousOfJob = listener;
        }
        if (listener.nextOfPeer != null) {
            listener.nextOfPeer.previousOfPeer = listener;
        }
        job.listener = listener;
        job.listeners++;
        peer.listening = listener;
    }

    Job job() {
        return job;
    }

    Peer peer() {
        return peer;
    }

    @Nullable
    Listener nextOfJob() {
        return nextOfJob;
    }

    void detach() {
        job.listeners--;
        leaveJob();
        leavePeer();
    }

    private void leaveJob() {
        if (previousOfJob == null) {
            job.listener = nextOfJob;
        } else {
            previousOfJob.nextOfJob = nextOfJob;
        }
        if (nextOfJob != null) {
            nextOfJob.previousOfJob = previousOfJob;
        }
    }

    private void leavePeer() {
        if (previousOfPeer == null) {
            peer.listening = nextOfPeer;
        } else {
            previousOfPeer.nextOfPeer = nextOfPeer;
        }
        if (nextOfPeer != null) {
            nextOfPeer.previousOfPeer = previousOfPeer;
        }
    }
}
