package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Named;

/** A worker that is looked up by the name of its bean. */
@Work(name = "Served", service = "served")
@Named("served")
class Served {

    @Job
    String who() {
        return "served";
    }
}
