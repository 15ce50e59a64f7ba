package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** A dependent worker that tells which instance and which request it is; recycled after two jobs. */
@Work(name = "Scopes", iterations = 2)
class Scopes {

    @Inject
    RequestData request;

    @Inject
    Counters counters;

    private int number;

    @PostConstruct
    void begin() {
        number = counters.instanceCreated();
    }

    @Job
    int request() {
        return request.number();
    }

    @Job
    int instance() {
        return number;
    }

    @PreDestroy
    void end() {
        counters.instanceDestroyed();
    }
}
