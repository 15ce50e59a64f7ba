package io.gearmancdi.it;

import java.util.logging.Level;

/** What the library warns of, from opening to closing. */
public final class Warnings extends LogLines {

    /** Listens from now on. */
    public Warnings() {
        super(Level.WARNING);
    }
}
