package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;

/** Answers what it gets, as fast as it can. */
@Work(name = "Echo")
class Echo {

    @Job
    byte[] echo(byte[] bytes) {
        return bytes;
    }
}
