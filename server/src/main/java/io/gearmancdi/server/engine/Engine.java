package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.Frame;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.TextLine;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;

/**
 * A job server without sockets: takes frames and the time, answers through {@link Outlet}s.
 *
 * <p>Never blocks, never reads a clock. All times are milliseconds of one clock that nobody sets; only clients that
 * submit delayed jobs give times of the clock on the wall, see {@link #synchronize}. Confined to one thread.
 */
public final class Engine {
    /** Jobs that are seen to at a time where many are to be: some milliseconds. */
    static final int STEPS = 5000;

    private final Set<Peer> peers = new LinkedHashSet<>();
    private final Functions functions;
    private final Rousing rousing;
    private final Jobs jobs;
    private final Receivers receivers;
    private final ClientRequests clients;
    private final WorkerRequests workers;
    private final WorkReports reports;
    private final TextCommands commands;
    private final Renewal renewal;
    private final Departures departures;
    private final Queue<Peer> lost = new ArrayDeque<>();
    private long lastPeer;

    /**
     * An engine without jobs or peers.
     *
     * @param settings what it must be told
     */
    public Engine(EngineSettings settings) {
        this(settings, Journal.NONE);
    }

    /**
     * An engine without jobs or peers that takes notes.
     *
     * @param settings what it must be told
     * @param journal where it notes background jobs
     */
    public Engine(EngineSettings settings, Journal journal) {
        var handles = new Handles(settings.handlePrefix());
        functions = new Functions(settings.functionLength(), settings.functions());
        rousing = new Rousing(settings.wakeUps());
        jobs = new Jobs(rousing, settings.roundRobin(), journal);
        clients = new ClientRequests(jobs, functions, handles, settings);
        workers = new WorkerRequests(jobs, functions, handles);
        reports = new WorkReports(jobs, handles, settings.tries(), settings.exceptions());
        receivers = new Receivers(clients, workers, reports);
        commands = new TextCommands(settings, jobs, functions, handles, reports, peers);
        renewal = new Renewal(jobs);
        departures = new Departures(jobs, reports);
    }

    /**
     * A job that outlived another process. To be called before the first peer, in the order of numbers.
     *
     * @param stored the job
     * @param place where the journal has it
     * @param now the time
     */
    public void restore(StoredJob stored, long place, long now) {
        jobs.begin(jobs.restore(functions.restore(stored.function()), stored, place), now);
    }

    /**
     * What the clock on the wall shows. To be said every now and then, as it may have been set; the same as the time
     * until it is said.
     *
     * @param now the time
     * @param wall milliseconds since 1970, by that clock
     */
    public void synchronize(long now, long wall) {
        jobs.delays().synchronize(now, wall);
    }

    /**
     * Handles of this process must not be those of an earlier one.
     *
     * @param number no job gets a number up to this one
     */
    public void skipTo(long number) {
        jobs.skipTo(number);
    }

    /** {@return the highest number that a job has had} */
    public long lastNumber() {
        return jobs.lastNumber();
    }

    /**
     * Notes those jobs anew that the journal has up to some place, a few in each call.
     *
     * @param place the last place that is to be left
     * @param steps how many jobs may be looked at
     * @return whether no job is noted there any more
     */
    public boolean renew(long place, int steps) {
        return renewal.go(place, steps);
    }

    /**
     * A connection was made.
     *
     * @param outlet takes what is for the peer
     * @param address shown to operators
     * @return the peer, to be named in every later call
     */
    public Peer connect(Outlet outlet, String address) {
        var peer = new Peer(outlet, ++lastPeer, address, lost::add);
        peers.add(peer);
        return peer;
    }

    /**
     * A connection is gone. Its jobs are for other workers; foreground jobs that only it waited for are forgotten, or
     * left to the worker that runs them; where they are many, {@link #tick} goes on with it. Harmless where it was said
     * before.
     *
     * @param peer whose connection it was
     * @param now the time
     */
    public void disconnect(Peer peer, long now) {
        leave(peer, now);
        forgetLost(now);
    }

    private void leave(Peer peer, long now) {
        if (peers.remove(peer)) {
            peer.leave();
            peer.stayAwake();
            workers.reset(peer);
            departures.add(peer);
            departures.go(STEPS, now);
        }
    }

    /** Those who fell too far behind in the course of a call. That others hear of it may be too much for them, too. */
    private void forgetLost(long now) {
        for (var peer = lost.poll(); peer != null; peer = lost.poll()) {
            leave(peer, now);
        }
    }

    /**
     * A peer sends nothing more, but may read what it is sent. It works no longer: its jobs are for other workers.
     *
     * @param peer who it is
     * @param now the time
     * @return whether it waits for the end of a job
     */
    public boolean stopsSending(Peer peer, long now) {
        peer.stayAwake();
        workers.reset(peer);
        for (var job = peer.held.first(); job != null; job = peer.held.first()) {
            reports.retry(job, now);
        }
        return isWaiting(peer);
    }

    /**
     * Tells a peer how far the last job is that it waits for, whether it has changed or not.
     *
     * @param peer who waits
     */
    public void remind(Peer peer) {
        clients.remind(peer);
    }

    /**
     * A frame has come.
     *
     * @param peer from whom
     * @param frame what the decoder of requests found
     * @param now the time
     */
    public void receive(Peer peer, Frame frame, long now) {
        if (peer.isGone()) {
            return; // what it still had to say
        }
        if (frame instanceof Packet packet) {
            receivers.receive(peer, packet, now);
        } else if (frame instanceof TextLine line) {
            commands.answer(peer.outlet, line.text());
        } else {
            peer.send(Answers.WRONG_MAGIC);
        }
        forgetLost(now);
    }

    /**
     * When {@link #tick} has something to do.
     *
     * @return the time, {@link Long#MAX_VALUE} where nothing waits for any
     */
    public long deadline() {
        if (!departures.isEmpty()) {
            return 0;
        }
        return Math.min(Math.min(jobs.timers().next(), jobs.delays().next()), rousing.next());
    }

    /**
     * Time has passed: delayed jobs fall due, jobs that ran for too long are taken from their workers, workers are
     * woken where others did not come. Does so much that others need not wait for long; {@link #deadline} tells if
     * there is more.
     *
     * @param now the time
     */
    public void tick(long now) {
        rousing.tick(now);
        int left = departures.go(STEPS, now);
        for (var job = jobs.timers().due(now);
                job != null && left > 0;
                job = jobs.timers().due(now)) {
            reports.retry(job, now);
            left--;
        }
        for (var job = jobs.delays().due(now);
                job != null && left > 0;
                job = jobs.delays().due(now)) {
            jobs.delays().remove(job);
            jobs.queue(job, now);
            left--;
        }
        forgetLost(now);
    }

    /**
     * Whether a peer waits for the end of a job.
     *
     * @param peer any peer
     * @return true if it submitted one in the foreground that has not ended
     */
    public boolean isWaiting(Peer peer) {
        return peer.listening != null;
    }

    /**
     * Whether a peer has nothing to do with this server at the moment: it runs no job, waits for none and does not
     * sleep.
     *
     * @param peer any peer
     * @return true if it would not be missed
     */
    public boolean isIdle(Peer peer) {
        return !peer.sleeping && peer.listening == null && peer.held.first() == null;
    }

    /**
     * What an operator has told the server in text.
     *
     * @return how to end
     */
    public Ending ending() {
        return commands.ending();
    }

    /**
     * How all this does. Costs a step for each function.
     *
     * @return the figures of this moment
     */
    public Statistics statistics() {
        var counters = jobs.counters();
        return new Statistics(
                peers.size(),
                jobs.numbers().size() - jobs.running(),
                jobs.running(),
                jobs.bytes(),
                counters.created,
                counters.joined,
                counters.completed,
                counters.failed,
                counters.lost,
                functions.all().stream().map(Function::statistics).toList());
    }

    /**
     * How many jobs there are, in whatever state.
     *
     * @return waiting, delayed and running jobs
     */
    public int jobs() {
        return jobs.numbers().size();
    }
}
