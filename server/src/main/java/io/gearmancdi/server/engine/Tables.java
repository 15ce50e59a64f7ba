package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.AdminProtocol;
import io.gearmancdi.protocol.AdminProtocol.FunctionStatus;
import io.gearmancdi.protocol.AdminProtocol.JobStatus;
import io.gearmancdi.protocol.AdminProtocol.PriorityStatus;
import io.gearmancdi.protocol.AdminProtocol.WorkerStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tables that operators ask for. Of functions and peers, which are bounded, a table takes a list at its beginning;
 * jobs it walks along.
 */
final class Tables {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Jobs jobs;
    private final Functions functions;
    private final Handles handles;
    private final Collection<Peer> peers;

    Tables(Jobs jobs, Functions functions, Handles handles, Collection<Peer> peers) {
        this.jobs = jobs;
        this.functions = functions;
        this.handles = handles;
        this.peers = peers;
    }

    Table status() {
        return Table.of(functions::all, Tables::status);
    }

    private static String status(Function function) {
        return new FunctionStatus(function.name.raw(), function.total, function.running, function.workers).format();
    }

    Table priorityStatus() {
        return Table.of(functions::all, Tables::priorityStatus);
    }

    private static String priorityStatus(Function function) {
        return new PriorityStatus(
                        function.name.raw(),
                        function.queue(Priority.HIGH).size(),
                        function.queue(Priority.NORMAL).size(),
                        function.queue(Priority.LOW).size(),
                        function.workers)
                .format();
    }

    Table workers() {
        return Table.of(() -> peers, Tables::worker);
    }

    private static String worker(Peer peer) {
        var offered = new ArrayList<String>();
        peer.abilities.keySet().forEach(function -> offered.add(function.name.raw()));
        Collections.reverse(offered); // gearmand shows the last one first
        var id = peer.clientId.replaceAll("[\\s\\p{Cntrl}]", "_");
        return new WorkerStatus(peer.number, peer.address, id, offered).format();
    }

    Table jobs() {
        return Table.of(jobs.arrivals(), this::job);
    }

    private String job(Job job) {
        return new JobStatus(Name.raw(handles.of(job)), job.lost, job.isAbandoned(), job.background).format();
    }

    Table uniques() {
        return Table.of(jobs.arrivals(), job -> line(job.unique));
    }

    /** A unique may hold anything, also what would end its line or the table. */
    private static String line(byte[] unique) {
        var text = Name.raw(unique);
        return text.equals(AdminProtocol.END) ? "\\x2e" : CONTROL.matcher(text).replaceAll(Tables::escaped);
    }

    private static String escaped(MatchResult control) {
        return String.format("\\\\x%02x", (int) control.group().charAt(0));
    }
}
