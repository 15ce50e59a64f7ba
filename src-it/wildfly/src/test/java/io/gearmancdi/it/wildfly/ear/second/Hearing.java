package io.gearmancdi.it.wildfly.ear.second;

import io.gearmancdi.event.TaskCompleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears of what has ended, in this module. */
@ApplicationScoped
public class Hearing {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** Made by the container. */
    public Hearing() {}

    void completed(@Observes TaskCompleted event) {
        heard.add("in turn " + event.task().job());
    }

    void completedLater(@ObservesAsync TaskCompleted event) {
        heard.add("later " + event.task().job());
    }

    List<String> heard() {
        return List.copyOf(heard);
    }
}
