package io.gearmancdi.it.more;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import java.util.List;
import java.util.Map;

/** A worker whose jobs come from a generic superclass. */
@Work(name = "Sums")
public class Sums extends NumberJobs<Integer> {

    /** Made by the container. */
    public Sums() {}

    @Job
    int twice(int number) {
        return 2 * number;
    }

    @Job
    Map<String, List<Integer>> grouped(GearmanJob job, Map<String, List<Integer>> numbers) {
        job.sendStatus(numbers.size(), numbers.size());
        return numbers;
    }

    @Job
    boolean isFalse() {
        return false;
    }

    @Override
    int count(List<Integer> numbers) {
        return -1;
    }
}
