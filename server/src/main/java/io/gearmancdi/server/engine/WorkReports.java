package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;

/** What workers report on their jobs, and the ends that jobs can take (PROTOCOL, "Client/Worker Requests"). */
final class WorkReports {
    private final Jobs jobs;
    private final Handles handles;
    private final int tries;
    private final boolean exceptions;

    WorkReports(Jobs jobs, Handles handles, int tries, boolean exceptions) {
        this.jobs = jobs;
        this.handles = handles;
        this.tries = tries;
        this.exceptions = exceptions;
    }

    /** Passes a report on as it came, to everyone who waits for the job. Only who runs a job may report on it. */
    void report(Peer worker, Packet packet) {
        long number = handles.number(packet.bytes(0));
        var job = jobs.numbers().find(number);
        if (job == null || job.worker != worker) {
            refuse(worker, packet.type(), number);
            return;
        }
        switch (packet.type()) {
            case WORK_STATUS -> {
                job.progress(Numbers.parse(packet.bytes(1)), Numbers.parse(packet.bytes(2)));
                forward(job, packet);
            }
            case WORK_COMPLETE -> {
                jobs.counters().completed += job.disowned ? 0 : 1;
                forward(job, packet);
                jobs.remove(job);
            }
            case WORK_FAIL -> fail(job);
            case WORK_EXCEPTION -> {
                worker.lastException = number;
                forwardException(job, packet);
                removeFailed(job);
            }
            default -> forward(job, packet);
        }
    }

    /** Workers of perl send a failure after an exception, which has ended the job already, and die of an error. */
    private static void refuse(Peer worker, PacketType type, long number) {
        boolean echo = type == PacketType.WORK_FAIL && number != Handles.UNKNOWN && number == worker.lastException;
        if (!echo) {
            worker.send(Answers.jobNotFound(type));
        }
    }

    private static void forward(Job job, Packet packet) {
        for (var listener = job.listener; listener != null; listener = listener.nextOfJob()) {
            listener.peer().send(packet);
        }
    }

    /** Who did not ask for exceptions gets a failure. */
    private void forwardException(Job job, Packet packet) {
        for (var listener = job.listener; listener != null; listener = listener.nextOfJob()) {
            var peer = listener.peer();
            peer.send(exceptions || peer.wantsExceptions ? packet : failure(job));
        }
    }

    /** Ends a job as failed. */
    void fail(Job job) {
        forward(job, failure(job));
        removeFailed(job);
    }

    /** One that was cancelled has been counted before. */
    private void removeFailed(Job job) {
        jobs.counters().failed += job.disowned ? 0 : 1;
        jobs.remove(job);
    }

    /**
     * An operator does not want the job any more. One that runs cannot be stopped, so its worker may end it in peace.
     */
    void cancel(Job job) {
        if (job.isRunning()) {
            jobs.counters().failed++;
            forward(job, failure(job));
            jobs.disown(job);
        } else {
            fail(job);
        }
    }

    /** The worker is lost or too slow: the job is for the next one, if anybody wants it and it has tries left. */
    void retry(Job job, long now) {
        jobs.release(job);
        jobs.counters().lost++;
        job.lost++;
        job.progress(0, 0);
        if (job.isAbandoned()) {
            jobs.remove(job);
        } else if (tries > 0 && job.lost >= tries) {
            fail(job);
        } else {
            jobs.noteLost(job);
            jobs.queue(job, now);
        }
    }

    /** The handle alone, also where the worker's had a NUL: clients compare it byte by byte. */
    private Packet failure(Job job) {
        return Packet.of(PacketType.WORK_FAIL, handles.of(job));
    }
}
