package io.gearmancdi.it.more;

import io.gearmancdi.Job;
import io.gearmancdi.Work;

/** Greets. */
@Work(name = "Greeter")
public class Greeter {

    /** Made by the container. */
    public Greeter() {}

    @Job
    String greet(String name) {
        return "Good day, " + name;
    }
}
