package io.gearmancdi.it.app;

/** A result that says how it was written. */
public class Witness {

    /** To be written. */
    public Witness() {}

    /** {@return whether the writer sees the application} */
    public boolean isSeeing() {
        return Loaders.seeTheApplication();
    }
}
