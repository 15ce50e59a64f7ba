package io.gearmancdi.it.app;

import io.gearmancdi.GearmanOutput;
import io.gearmancdi.GearmanOutputAware;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A worker that is looked up by the name of its bean, and writes to the console where there is one. */
@Work(name = "Served", service = "served")
@Named("served")
class Served implements GearmanOutputAware {

    @Inject
    GearmanOutput output;

    private @Nullable PrintWriter told;

    @Override
    public void setOutput(PrintWriter output) {
        told = output;
    }

    @Job
    String who() {
        return "served";
    }

    @Job
    boolean write() {
        output.println("nobody hears this");
        return told == output.writer() && !told.checkError();
    }
}
