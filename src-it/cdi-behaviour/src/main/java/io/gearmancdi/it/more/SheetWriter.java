package io.gearmancdi.it.more;

import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskData;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.TaskWarning;
import io.gearmancdi.event.TaskWorkload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Observes the eight events of tasks. */
@ApplicationScoped
public class SheetWriter {

    /** Made by the container. */
    public SheetWriter() {}

    private static void write(TaskEvent event, String line) {
        event.task().context(Sheet.class).ifPresent(sheet -> sheet.add(line));
    }

    void workload(@Observes TaskWorkload event) {
        write(event, "workload");
    }

    void created(@Observes TaskCreated event) {
        write(event, "created");
    }

    void data(@Observes TaskData event) {
        write(event, "data " + event.text());
    }

    void warning(@Observes TaskWarning event) {
        write(event, "warning " + event.text());
    }

    void status(@Observes TaskStatus event) {
        write(event, "status " + event.numerator() + "/" + event.denominator());
    }

    void completed(@Observes TaskCompleted event) {
        write(event, "completed " + event.result().text());
    }

    void failed(@Observes TaskFailed event) {
        write(event, "failed " + event.task().returnCode());
    }

    void exception(@Observes TaskException event) {
        write(event, "exception " + event.task().returnCode());
    }
}
