package io.gearmancdi.it.faults;

/** The fault of the moment. Thread-safe. */
final class Weather {

    private Fault now = Fault.NONE;
    private long damage;

    synchronized Fault now() {
        return now;
    }

    synchronized void change(Fault fault) {
        now = fault;
        notifyAll();
    }

    /** Something that was on its way was hit. */
    synchronized void damaged(int times) {
        damage += times;
    }

    /** {@return how often something that was on its way was hit} */
    synchronized long damage() {
        return damage;
    }

    /** Waits while nothing passes. */
    synchronized void awaitPassage() throws InterruptedException {
        damage += now == Fault.BLACK_HOLE ? 1 : 0;
        while (now == Fault.BLACK_HOLE) {
            wait();
        }
    }
}
