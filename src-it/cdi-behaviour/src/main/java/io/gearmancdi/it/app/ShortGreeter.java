package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;

/** Greets in place of the other one. */
@Work(name = "Greeter")
@Alternative
@Priority(1)
class ShortGreeter {

    @Job
    String greet(String name) {
        return "Hi " + name;
    }
}
