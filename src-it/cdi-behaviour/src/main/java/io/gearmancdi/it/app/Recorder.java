package io.gearmancdi.it.app;

import io.gearmancdi.ForFunction;
import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskData;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.TaskWarning;
import io.gearmancdi.event.TaskWorkload;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down the events of one job, chosen by the end of its name. */
@ApplicationScoped
public class Recorder {

    private static final String TALK = "io.gearmancdi.it.app.Talker~talk";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile String job = "none";

    /** Made by the container. */
    public Recorder() {}

    /**
     * Starts anew.
     *
     * @param job the end of the name of the job to watch
     */
    public void watch(String job) {
        this.job = job;
        lines.clear();
    }

    /** {@return what happened, in order} */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private void add(String name, String line) {
        if (name.endsWith(job)) {
            lines.add(line);
        }
    }

    void created(@Observes TaskCreated event) {
        add(event.task().job(), "created");
    }

    void workload(@Observes TaskWorkload event) {
        add(event.task().job(), "workload " + event.task().context(String.class).orElse("-"));
    }

    void data(@Observes TaskData event) {
        add(event.task().job(), "data " + event.text());
    }

    void warning(@Observes TaskWarning event) {
        add(event.task().job(), "warning " + event.text());
    }

    void status(@Observes TaskStatus event) {
        add(event.task().job(), "status " + event.numerator() + "/" + event.denominator());
    }

    void completed(@Observes TaskCompleted event) {
        add(event.task().job(), "completed");
    }

    void failed(@Observes TaskFailed event) {
        add(event.task().job(), "failed");
    }

    void exception(@Observes TaskException event) {
        add(event.task().job(), "exception");
    }

    void completedTalk(@Observes @ForFunction(TALK) TaskCompleted event) {
        add(event.task().job(), "completed, by name");
    }

    void completedTalkByFunction(@Observes @ForFunction("it-" + TALK) TaskCompleted event) {
        add(event.task().job(), "completed, by function");
    }

    void completedOther(@Observes @ForFunction("other") TaskCompleted event) {
        add(event.task().job(), "completed, by a wrong name");
    }

    void completedLater(@ObservesAsync @ForFunction(TALK) TaskCompleted event) {
        add(event.task().job(), "completed, asynchronously");
    }

    void starting(@Observes WorkStarting event) {
        add(event.job().name(), "starting");
    }

    void executed(@Observes WorkExecuted event) {
        if (event.jobs().stream().anyMatch(offered -> offered.name().endsWith(job))) {
            lines.add("executed " + event.returnCode());
        }
    }
}
