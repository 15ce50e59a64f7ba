package io.gearmancdi.it.faults;

import java.util.List;
import java.util.Random;

/** Faults in their order, each for some time. The same seed gives the same schedule. */
record Schedule(long seed, List<Step> steps) {

    private static final Fault[] FAULTS = {
        Fault.LATENCY, Fault.RESET, Fault.HALF_CLOSE, Fault.BLACK_HOLE, Fault.SLICE, Fault.THROTTLE
    };

    /** One fault, and how long it stays. */
    record Step(Fault fault, int millis) {}

    static Schedule random(long seed) {
        var random = new Random(seed);
        var steps = random.ints(3, 0, FAULTS.length)
                .mapToObj(i -> new Step(FAULTS[i], 10 + random.nextInt(90)))
                .toList();
        return new Schedule(seed, steps);
    }
}
