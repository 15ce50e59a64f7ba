package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;

/** Has another name, and so takes nobody's place. */
@Work(name = "LoudBell")
@Alternative
@Priority(1)
class LoudBell extends Bell {

    @Job
    @Override
    String ring() {
        return "DONG";
    }
}
