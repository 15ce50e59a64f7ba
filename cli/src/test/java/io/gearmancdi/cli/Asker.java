package io.gearmancdi.cli;

import io.gearmancdi.GearmanOutput;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;

/** A worker that asks for the output. */
@Work(name = "Asker")
class Asker {

    @Inject
    GearmanOutput output;

    @Job
    void tell(String text) {
        output.println("told " + text);
    }
}
