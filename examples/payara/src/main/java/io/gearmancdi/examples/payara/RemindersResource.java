package io.gearmancdi.examples.payara;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobOption;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.UUID;

/** Takes reminders, and tells when they are due. */
@Path("reminders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RemindersResource {

    private static final String JOB = "reminders~ring";

    @Inject
    GearmanClient gearman;

    @Inject
    Listeners listeners;

    @Inject
    Past past;

    /**
     * Hands a reminder to the job server, which keeps it until it is due.
     *
     * @param reminder what and when
     * @return under which id to look for it
     */
    @POST
    public Appointment remind(Reminder reminder) {
        var id = UUID.randomUUID().toString();
        var due = Instant.now().plusSeconds(reminder.inSeconds());
        gearman.doBackgroundJob(JOB, reminder, JobOption.unique(id), JobOption.notBefore(due));
        return Appointment.waiting(id);
    }

    /**
     * What became of a reminder.
     *
     * @param id the reminder
     * @return whether it waits
     */
    @GET
    @Path("{id}")
    public Appointment look(@PathParam("id") String id) {
        var status = gearman.getJobStatusByUnique(JOB, id);
        // In this order: a reminder that rings between the two look-ups is in the past
        if (past.has(id)) {
            return Appointment.rung(id);
        }
        if (!status.isKnown()) {
            throw new NotFoundException("There is no reminder " + id);
        }
        return Appointment.waiting(id);
    }

    /**
     * A stream of events, one for each reminder that is due.
     *
     * @param sink where they go
     * @param sse makes them
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(@Context SseEventSink sink, @Context Sse sse) {
        listeners.add(sse, sink);
    }
}
