package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.util.Arrays;

/** What workers ask for, reports on their jobs aside (PROTOCOL, "Worker Requests"). */
final class WorkerRequests {
    /** Each costs a step when a job is looked for and when its worker falls asleep. */
    static final int MOST_ABILITIES = 1000;

    private static final long MILLIS = 1000;
    private static final int LONGEST_ID = 127;

    private final Jobs jobs;
    private final Functions functions;
    private final Handles handles;

    WorkerRequests(Jobs jobs, Functions functions, Handles handles) {
        this.jobs = jobs;
        this.functions = functions;
        this.handles = handles;
    }

    /** Offers a function, once however often it is said; the last timeout counts. */
    void canDo(Peer worker, byte[] name, long timeout) {
        var function = functions.get(name);
        if (function == null) {
            worker.send(Answers.BAD_FUNCTION);
            return;
        }
        if (worker.abilities.size() == MOST_ABILITIES && !worker.abilities.containsKey(function)) {
            worker.send(Answers.TOO_MANY_ABILITIES);
            return;
        }
        if (worker.abilities.put(function, timeout) == null) {
            function.workers++;
        }
        if (worker.sleeping) {
            function.sleepers.add(worker);
            if (function.hasWork()) {
                worker.wake();
            }
        }
    }

    /** What is less than a second in milliseconds was meant as seconds. */
    void canDoTimeout(Peer worker, Packet packet) {
        long timeout = Numbers.parse(packet.data());
        canDo(worker, packet.bytes(0), timeout < MILLIS ? timeout * MILLIS : timeout);
    }

    /** Jobs that run are not affected: the worker finishes them. */
    void cantDo(Peer worker, byte[] name) {
        var function = functions.find(new Name(name));
        if (function != null && worker.abilities.remove(function) != null) {
            function.workers--;
            function.sleepers.remove(worker);
        }
    }

    void reset(Peer worker) {
        for (var function : worker.abilities.keySet()) {
            function.workers--;
            function.sleepers.remove(worker);
        }
        worker.abilities.clear();
    }

    /** Sleeps, unless there is work: then a wake-up comes at once and none is lost. */
    void sleep(Peer worker) {
        if (jobs.next(worker) == null) {
            worker.fallAsleep();
        } else {
            worker.wake();
        }
    }

    void name(Peer peer, Packet packet) {
        var id = packet.bytes(0);
        peer.clientId = Name.raw(id.length > LONGEST_ID ? Arrays.copyOf(id, LONGEST_ID) : id);
    }

    void grab(Peer worker, PacketType kind, long now) {
        worker.stayAwake();
        var job = jobs.next(worker);
        if (job == null) {
            worker.send(Answers.NO_JOB);
            return;
        }
        long timeout = worker.abilities.get(job.function);
        jobs.assign(job, worker, timeout == 0 ? 0 : end(now, timeout));
        worker.send(assignment(job, kind));
    }

    private static long end(long now, long timeout) {
        return timeout > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + timeout;
    }

    private Packet assignment(Job job, PacketType kind) {
        var handle = handles.of(job);
        var function = job.function.name.bytes;
        if (kind == PacketType.GRAB_JOB) {
            return Packet.of(PacketType.JOB_ASSIGN, handle, function, job.workload);
        }
        if (kind == PacketType.GRAB_JOB_ALL && job.reducer != null) {
            return Packet.of(PacketType.JOB_ASSIGN_ALL, handle, function, job.unique, job.reducer, job.workload);
        }
        return Packet.of(PacketType.JOB_ASSIGN_UNIQ, handle, function, job.unique, job.workload);
    }
}
