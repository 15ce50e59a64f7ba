package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.context.RequestScoped;

/** A worker that is another one in each request, recycled after two jobs. */
@Work(name = "Visitor", iterations = 2)
@RequestScoped
class Visitor {

    private int visits;

    @Job
    int visit() {
        return ++visits;
    }
}
