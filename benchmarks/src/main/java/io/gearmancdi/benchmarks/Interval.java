package io.gearmancdi.benchmarks;

/**
 * What passed between two moments.
 *
 * @param seconds on the wall
 * @param cpuMicros of all threads
 */
record Interval(double seconds, double cpuMicros) {

    /**
     * A moment.
     *
     * @param nanos of the wall clock
     * @param cpuNanos of all threads so far
     */
    record Start(long nanos, long cpuNanos) {

        static Start now() {
            return new Start(System.nanoTime(), Usage.cpuNanos());
        }

        Interval end() {
            return new Interval((System.nanoTime() - nanos) / 1e9, (Usage.cpuNanos() - cpuNanos) / 1e3);
        }
    }
}
