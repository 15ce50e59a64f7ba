package io.gearmancdi.it.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Data of one job. */
@RequestScoped
class RequestData {

    @Inject
    Counters counters;

    private int number;

    @PostConstruct
    void begin() {
        number = counters.requestCreated();
    }

    int number() {
        return number;
    }

    @PreDestroy
    void end() {
        counters.requestDestroyed();
    }
}
