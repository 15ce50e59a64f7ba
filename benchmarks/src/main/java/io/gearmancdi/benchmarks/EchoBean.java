package io.gearmancdi.benchmarks;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;

/** Answers with the workload, as applications write it. */
@Work(name = EchoBean.NAME)
class EchoBean {

    static final String NAME = "echo";

    /** Its name for a client. */
    static final String JOB = NAME + "~answer";

    /** The property that holds its function's name on the wire. */
    static final String FUNCTION = "benchmark.function";

    private final Tally tally;

    @Inject
    EchoBean(Tally tally) {
        this.tally = tally;
    }

    @Job(function = "${" + FUNCTION + "}")
    byte[] answer(byte[] workload) {
        tally.add();
        return workload;
    }
}
