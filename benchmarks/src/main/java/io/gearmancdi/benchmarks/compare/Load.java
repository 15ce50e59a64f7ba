package io.gearmancdi.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How many jobs a run takes.
 *
 * @param warmup before those that count: a virtual machine needs some before it is itself
 * @param jobs that count
 */
record Load(int warmup, int jobs) {

    int all() {
        return warmup + jobs;
    }

    List<String> words(String operation, String... others) {
        var words = new ArrayList<>(
                List.of(operation, "--jobs", Integer.toString(jobs), "--warmup", Integer.toString(warmup)));
        words.addAll(List.of(others));
        return words;
    }
}
