package io.gearmancdi.cli;

import io.gearmancdi.GearmanOutputAware;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.context.RequestScoped;
import java.io.PrintWriter;

/** A worker with an instance for each job, which is told where to write. */
@Work(name = "Requested")
@RequestScoped
class Requested implements GearmanOutputAware {

    private PrintWriter output = new PrintWriter(PrintWriter.nullWriter());

    @Override
    public void setOutput(PrintWriter output) {
        this.output = output;
    }

    @Job
    void tell(String text) {
        output.println("told " + text);
    }
}
