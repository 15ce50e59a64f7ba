package io.gearmancdi.examples.quickstart;

import io.gearmancdi.JobResult;
import io.gearmancdi.RemoteFailure;
import io.gearmancdi.TaskOutcome;

/**
 * A job that did not work.
 *
 * @param job what the user calls it
 * @param reason why
 */
record Failure(String job, String reason) {

    static Failure of(TaskOutcome outcome) {
        var job =
                outcome.task().context(JobProgress.class).map(JobProgress::name).orElseThrow();
        var reason = outcome.result()
                .flatMap(JobResult::failure)
                .map(RemoteFailure::message)
                .or(() -> outcome.error().map(Throwable::getMessage))
                .orElse("no reason given");
        return new Failure(job, reason);
    }
}
