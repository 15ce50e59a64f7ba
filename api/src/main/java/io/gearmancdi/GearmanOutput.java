package io.gearmancdi;

import java.io.PrintWriter;

/**
 * Where a worker tells the user of the console something; a bean. Outside of the console, and under {@code --quiet},
 * what is written goes nowhere, so that a worker need not ask. Thread-safe; lines of concurrent jobs may alternate.
 *
 * @see GearmanOutputAware
 */
public interface GearmanOutput {

    /**
     * The writer, the same one as long as the application lives; {@code println} flushes it. It need not be closed, and
     * never throws.
     *
     * @return takes text for the console's standard output
     */
    PrintWriter writer();

    /**
     * Writes a line.
     *
     * @param line its text is written
     */
    default void println(Object line) {
        writer().println(line);
    }
}
