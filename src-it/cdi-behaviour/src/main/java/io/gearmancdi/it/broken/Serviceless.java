package io.gearmancdi.it.broken;

import io.gearmancdi.Job;
import io.gearmancdi.Work;

/** Wants a bean that does not exist. */
@Work(service = "nobody")
public class Serviceless {

    /** Made by the container. */
    public Serviceless() {}

    @Job
    void ping() {}
}
