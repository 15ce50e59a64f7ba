package io.gearmancdi.it.more;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The context of one task: its observers write here what they hear, and in which thread. */
public final class Sheet {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** An empty one. */
    public Sheet() {}

    void add(String line) {
        lines.add(line);
        threads.add(Thread.currentThread());
    }

    /** {@return what was heard, in order} */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return where it was heard} */
    public Set<Thread> threads() {
        return Set.copyOf(threads);
    }
}
