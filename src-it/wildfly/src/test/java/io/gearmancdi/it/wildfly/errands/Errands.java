package io.gearmancdi.it.wildfly.errands;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;

/** Tells which thread runs it. */
@Work(name = "Errands")
@ManagedExecutorDefinition(name = Errands.EXECUTOR, maxAsync = 2)
public class Errands {

    /** The name of the executor in JNDI. */
    public static final String EXECUTOR = "java:app/concurrent/Errands";

    /** Made by the container. */
    public Errands() {}

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
