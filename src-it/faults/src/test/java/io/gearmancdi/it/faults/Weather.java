package io.gearmancdi.it.faults;

/** The fault of the moment. Thread-safe. */
final class Weather {

    private Fault now = Fault.NONE;

    synchronized Fault now() {
        return now;
    }

    synchronized void change(Fault fault) {
        now = fault;
        notifyAll();
    }

    /** Waits while nothing passes. */
    synchronized void awaitPassage() throws InterruptedException {
        while (now == Fault.BLACK_HOLE) {
            wait();
        }
    }
}
