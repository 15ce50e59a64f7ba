package io.gearmancdi.examples.quickstart;

import io.gearmancdi.ForFunction;
import io.gearmancdi.JobHandle;
import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.TaskWarning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;

/** Hears what happens to the jobs that this application has submitted. */
@ApplicationScoped
class Callbacks {

    void created(@Observes TaskCreated event) {
        var handle = event.task().handle().map(JobHandle::toString).orElse("");
        with(event, job -> job.created(handle));
    }

    void moved(@Observes TaskStatus event) {
        with(event, job -> job.moved(event.numerator(), event.denominator()));
    }

    void warned(@Observes TaskWarning event) {
        with(event, job -> job.warned(event.text()));
    }

    void thumbnail(@Observes @ForFunction(Gallery.THUMBNAIL) TaskCompleted event) {
        var thumbnail = event.result().as(Thumbnail.class);
        with(
                event,
                job -> job.completed(
                        "%9s -> %-7s  %s".formatted(thumbnail.original(), thumbnail.size(), thumbnail.colour())));
    }

    void contactSheet(@Observes @ForFunction(Gallery.CONTACT_SHEET) TaskCompleted event) {
        var sheet = event.result().as(ContactSheet.class);
        with(event, job -> job.completed("%9s".formatted(sheet.size())));
    }

    /** The job has thrown a JobFailure. */
    void failed(@Observes TaskFailed event) {
        with(event, JobProgress::failed);
    }

    /** The job has thrown anything else. */
    void threw(@Observes TaskException event) {
        with(event, JobProgress::failed);
    }

    private static void with(TaskEvent event, Consumer<JobProgress> action) {
        event.task().context(JobProgress.class).ifPresent(action);
    }
}
