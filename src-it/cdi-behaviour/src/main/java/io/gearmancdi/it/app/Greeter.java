package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;

/** Greets. */
@Work(name = "Greeter")
class Greeter {

    @Job
    String greet(String name) {
        return "Good day, " + name;
    }
}
