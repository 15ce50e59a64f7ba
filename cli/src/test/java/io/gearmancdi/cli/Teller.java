package io.gearmancdi.cli;

import io.gearmancdi.GearmanOutputAware;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import java.io.PrintWriter;

/** A worker that is told where to write. */
@Work(name = "Teller")
class Teller implements GearmanOutputAware {

    private PrintWriter output = new PrintWriter(PrintWriter.nullWriter());
    private int told;

    @Override
    public void setOutput(PrintWriter output) {
        this.output = output;
        told++;
    }

    @Job
    void tell(String text) {
        output.println(told == 1 ? "told " + text : "told " + told + " times");
    }
}
