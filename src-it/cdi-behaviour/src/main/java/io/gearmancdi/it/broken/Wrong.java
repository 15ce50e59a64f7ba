package io.gearmancdi.it.broken;

import io.gearmancdi.Job;
import io.gearmancdi.Work;

/** Wrong in every way that annotations show. */
@Work(service = "nobody", iterations = -5)
public class Wrong {

    /** Made by the container. */
    public Wrong() {}

    @Job
    @SuppressWarnings("UnusedMethod")
    private void hidden() {}

    @Job
    static void shared() {}

    @Job
    void two(String one, String other) {}

    @Job(name = "same")
    void one() {}

    @Job(name = "same")
    void other() {}
}
