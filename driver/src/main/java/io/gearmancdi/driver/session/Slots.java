package io.gearmancdi.driver.session;

/** The places in which a worker runs jobs, over all its servers: a session may ask for a job only when it holds one. */
public interface Slots {

    /**
     * Takes a place for a job that is to be asked for.
     *
     * @return whether there was one
     */
    boolean tryReserve();

    /** Takes a place in any case: for a job that comes after its place was given back. */
    void reserveLate();

    /** Gives back a place that no job came for. */
    void release();
}
