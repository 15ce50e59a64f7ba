package io.gearmancdi.it.wildfly.ear.first;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;

/** A worker that needs a bean of its own web module. */
@Work(name = "First")
public class First {

    @Inject
    Greeting greeting;

    /** Made by the container. */
    public First() {}

    /**
     * Greets.
     *
     * @param name whom
     * @return the greeting
     */
    @Job
    public String greet(String name) {
        return greeting.of(name);
    }
}
