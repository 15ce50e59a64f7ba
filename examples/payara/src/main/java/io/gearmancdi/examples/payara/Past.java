package io.gearmancdi.examples.payara;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last reminders that were due: the job server forgets a job at its end. */
@ApplicationScoped
public class Past {

    private static final int REMEMBERED = 1_000;

    private final Set<String> ids = Collections.synchronizedSet(new LinkedHashSet<>());

    void add(@Observes Rung rung) {
        synchronized (ids) {
            if (ids.size() == REMEMBERED) {
                ids.remove(ids.iterator().next());
            }
            ids.add(rung.id());
        }
    }

    boolean has(String id) {
        return ids.contains(id);
    }
}
