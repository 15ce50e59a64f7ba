package io.gearmancdi.it.more;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes every run of its job; one of them is held back at the gate. */
@Work(name = "Tally")
@ApplicationScoped
public class Tally {

    /** The workload that is held back. */
    public static final String HELD = "held";

    @Inject
    Gate gate;

    private Queue<String> runs = new ConcurrentLinkedQueue<>();

    /** Made by the container. */
    public Tally() {}

    /**
     * Gives the notes a place that outlives the container.
     *
     * @param place gets the workload of each run
     */
    public void noteIn(Queue<String> place) {
        runs = place;
    }

    @Job
    String run(String text) throws InterruptedException {
        runs.add(text);
        if (text.equals(HELD)) {
            gate.pass();
        }
        return text + " ran";
    }
}
