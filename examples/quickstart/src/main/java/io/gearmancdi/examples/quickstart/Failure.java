package io.gearmancdi.examples.quickstart;

import io.gearmancdi.JobResult;
import io.gearmancdi.RemoteFailure;
import io.gearmancdi.TaskOutcome;
import io.gearmancdi.TaskResults;
import java.util.List;
import java.util.Optional;

/**
 * A job that did not work.
 *
 * @param job what the user calls it
 * @param reason why
 */
record Failure(String job, String reason) {

    /** {@return the jobs of a set that failed, or could not be submitted at all} */
    static List<Failure> among(TaskResults results) {
        return results.all().stream().flatMap(outcome -> of(outcome).stream()).toList();
    }

    private static Optional<Failure> of(TaskOutcome outcome) {
        var job =
                outcome.task().context(JobProgress.class).map(JobProgress::name).orElseThrow();
        return outcome.result()
                .flatMap(JobResult::failure)
                .map(RemoteFailure::message)
                .or(() -> outcome.error().map(Throwable::getMessage))
                .map(reason -> new Failure(job, reason));
    }
}
