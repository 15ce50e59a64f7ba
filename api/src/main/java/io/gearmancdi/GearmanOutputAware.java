package io.gearmancdi;

import java.io.PrintWriter;

/** A worker that is told where to write; others inject {@link GearmanOutput}. */
public interface GearmanOutputAware {

    /**
     * Called once for each instance, before its first job, in the request of that job.
     *
     * @param output the writer of {@link GearmanOutput}, never null: outside of the console it takes text to nowhere
     */
    void setOutput(PrintWriter output);
}
