package io.gearmancdi.it.broken;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import java.util.List;

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

    @Job
    <T extends Number> void open(List<T> values) {}

    @Job
    <T> void unbound(T value) {}

    @Job
    <S extends Number, T extends S> void unbound(T[] values) {}

    @Job(name = "same")
    void one() {}

    @Job(name = "same")
    void other() {}
}
