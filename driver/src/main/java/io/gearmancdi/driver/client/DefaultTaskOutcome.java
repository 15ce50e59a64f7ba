package io.gearmancdi.driver.client;

import io.gearmancdi.GearmanException;
import io.gearmancdi.GearmanTask;
import io.gearmancdi.JobResult;
import io.gearmancdi.TaskOutcome;
import java.util.Optional;

/** How one task of a set ended. */
record DefaultTaskOutcome(GearmanTask task, Optional<JobResult> result, Optional<GearmanException> error)
        implements TaskOutcome {

    static DefaultTaskOutcome of(ClientTask task) {
        var outcome = task.outcome();
        if (outcome instanceof Outcome.Ended ended) {
            return new DefaultTaskOutcome(task, Optional.of(ended.result()), Optional.empty());
        }
        if (outcome instanceof Outcome.Trouble trouble) {
            return new DefaultTaskOutcome(task, Optional.empty(), Optional.of(trouble.error()));
        }
        return new DefaultTaskOutcome(task, Optional.empty(), Optional.empty());
    }

    @Override
    public boolean isSuccessful() {
        return failure().isEmpty();
    }

    /** What is wrong with it, if anything is. */
    Optional<GearmanException> failure() {
        if (result.orElse(null) instanceof DefaultJobResult ended && !ended.isSuccess()) {
            return Optional.of(ended.failed());
        }
        return error;
    }
}
