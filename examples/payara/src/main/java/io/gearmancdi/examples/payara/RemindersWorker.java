package io.gearmancdi.examples.payara;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Gets its jobs when they are due, and tells the application. */
@Work(name = "reminders", description = "Reminds")
public class RemindersWorker {

    @Inject
    Event<Rung> bell;

    /**
     * Rings.
     *
     * @param reminder what is due
     * @param job knows the id
     */
    @Job(description = "Says that a reminder is due")
    public void ring(Reminder reminder, GearmanJob job) {
        bell.fire(new Rung(job.unique().orElseThrow(), reminder.text()));
    }
}
