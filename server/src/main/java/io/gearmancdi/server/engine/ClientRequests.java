package io.gearmancdi.server.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.util.Arrays;

/** What clients ask for (PROTOCOL, "Client Requests"). */
final class ClientRequests {
    /** Who waits for one job costs a step for each of its reports. */
    static final int MOST_LISTENERS = 10_000;

    private final Jobs jobs;
    private final Functions functions;
    private final Handles handles;
    private final int packetBytes;
    private final long queueBytes;

    ClientRequests(Jobs jobs, Functions functions, Handles handles, EngineSettings settings) {
        this.jobs = jobs;
        this.functions = functions;
        this.handles = handles;
        this.packetBytes = settings.packetBytes();
        this.queueBytes = settings.queueBytes() == 0 ? Long.MAX_VALUE : settings.queueBytes();
    }

    void submit(Peer client, Packet packet, long now) {
        var submission = Submission.of(packet);
        if (submission.isUniqueTooLong()) {
            client.send(Answers.UNIQUE_TOO_LONG);
        } else if (submission.assignment(handles.longest()) > packetBytes) {
            client.send(Answers.TOO_LARGE);
        } else {
            var function = functions.get(submission.function());
            if (function == null) {
                client.send(Answers.BAD_FUNCTION);
            } else {
                submit(client, function, submission, now);
            }
        }
    }

    /** Joins an equal job or makes a new one. Who joins in the background adds nothing to a full queue. */
    private void submit(Peer client, Function function, Submission submission, long now) {
        var equal = submission.mayJoin() ? jobs.uniques().find(function, submission) : null;
        if (equal == null ? !hasRoom(function, submission) : !mayJoin(equal, submission)) {
            client.send(Answers.QUEUE_FULL);
        } else if (equal != null) {
            jobs.counters().joined++;
            accept(client, equal, submission.background());
        } else {
            var job = jobs.create(function, submission);
            accept(client, job, submission.background());
            jobs.begin(job, now);
        }
    }

    private boolean hasRoom(Function function, Submission submission) {
        return jobs.bytes() < queueBytes
                && !function.isFull(submission.priority())
                && !(submission.mayJoin() && jobs.uniques().isCrowded(submission));
    }

    private boolean mayJoin(Job equal, Submission submission) {
        return submission.background() || (jobs.bytes() < queueBytes && equal.listeners < MOST_LISTENERS);
    }

    private void accept(Peer client, Job job, boolean background) {
        if (background) {
            job.background = true; // whoever joined it: it must outlive them
            jobs.keep(job);
            client.outlet.hold();
        }
        client.send(Packet.of(PacketType.JOB_CREATED, handles.of(job)));
        if (!background) {
            jobs.attach(job, client);
        }
    }

    /** Says again how far the newest job is that a client waits for. */
    void remind(Peer client) {
        var listener = client.listening;
        if (listener != null) {
            var job = listener.job();
            client.send(Packet.of(
                    PacketType.WORK_STATUS,
                    handles.of(job),
                    Answers.number(job.numerator),
                    Answers.number(job.denominator)));
        }
    }

    void status(Peer client, Packet packet) {
        var job = jobs.numbers().find(handles.number(packet.data()));
        client.send(Packet.of(
                PacketType.STATUS_RES,
                withoutNul(packet.data()),
                Answers.flag(job != null),
                Answers.flag(job != null && job.isRunning()),
                Answers.number(job == null ? 0 : job.numerator),
                Answers.number(job == null ? 0 : job.denominator)));
    }

    void statusOfUnique(Peer client, Packet packet) {
        var unique = withoutNul(packet.data());
        var job = unique.length == 0 ? null : jobs.uniques().find(unique);
        client.send(Packet.of(
                PacketType.STATUS_RES_UNIQUE,
                unique,
                Answers.flag(job != null),
                Answers.flag(job != null && job.isRunning()),
                Answers.number(job == null ? 0 : job.numerator),
                Answers.number(job == null ? 0 : job.denominator),
                Answers.number(job == null ? 0 : job.listeners)));
    }

    /** A NUL would end the argument of the answer. */
    private static byte[] withoutNul(byte[] argument) {
        int end = 0;
        while (end < argument.length && argument[end] != 0) {
            end++;
        }
        return end == argument.length ? argument : Arrays.copyOf(argument, end);
    }

    void option(Peer peer, Packet packet) {
        if (new String(withoutNul(packet.data()), UTF_8).equalsIgnoreCase("exceptions")) {
            peer.wantsExceptions = true;
            peer.send(Packet.of(PacketType.OPTION_RES, packet.data()));
        } else {
            peer.send(Answers.UNKNOWN_OPTION);
        }
    }
}
