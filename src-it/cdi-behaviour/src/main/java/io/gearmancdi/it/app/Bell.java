package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;

/** Rings; the texts of its annotations are filled in by the configuration. */
@Work(name = "${acme.bell:Chime}", description = "${acme.nothing:A bell}")
class Bell {

    @Job(name = "${acme.nothing:ring}")
    String ring() {
        return "ding";
    }
}
