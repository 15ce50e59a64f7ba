package io.gearmancdi.it.ee.clerk;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Jobs that look who calls. */
@Work(name = "Window")
public class Window {

    @Inject
    Desk desk;

    @Inject
    Callers callers;

    /** Made by the container. */
    public Window() {}

    /** Notes the caller. */
    @Job
    Caller look() {
        var caller = desk.caller();
        callers.note(caller);
        return caller;
    }

    /** Ends when somebody completes it. */
    @Job
    CompletionStage<String> later() {
        callers.note(desk.caller());
        return callers.promise();
    }
}
