package io.gearmancdi.it.wildfly.ear.second;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** A worker of a wider scope, looked up by its name. */
@Work(name = "Second", service = "second")
@Named("second")
@ApplicationScoped
public class Second {

    /** Made by the container. */
    public Second() {}

    /**
     * Tells where it runs.
     *
     * @return the name of the thread
     */
    @Job
    public String thread() {
        return Thread.currentThread().getName();
    }
}
