package io.gearmancdi.it.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Data of one job. */
@RequestScoped
public class RequestData {

    @Inject
    Counters counters;

    private int number;

    /** Made by the container. */
    public RequestData() {}

    @PostConstruct
    void begin() {
        number = counters.requestCreated();
    }

    /** {@return which request it is} */
    public int number() {
        return number;
    }

    @PreDestroy
    void end() {
        counters.requestDestroyed();
    }
}
