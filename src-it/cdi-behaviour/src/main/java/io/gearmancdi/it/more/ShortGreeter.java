package io.gearmancdi.it.more;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;

/** Greets in place of the other one. */
@Work(name = "Greeter")
@Alternative
@Priority(1)
public class ShortGreeter {

    /** Made by the container. */
    public ShortGreeter() {}

    @Job
    String greet(String name) {
        return "Hi " + name;
    }
}
