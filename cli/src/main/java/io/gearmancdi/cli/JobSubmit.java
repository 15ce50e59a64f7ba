package io.gearmancdi.cli;

import io.gearmancdi.JobOption;
import io.gearmancdi.JobRequest;
import io.gearmancdi.JobResult;
import io.gearmancdi.Submission;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.cli.view.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Submits a job. */
@Command(name = CommandNames.JOB_SUBMIT, description = "Submit a job and print its result")
final class JobSubmit implements Callable<Integer> {

    private final Host host;
    private final PrintWriter out;
    private final PrintWriter err;

    @ParentCommand
    private Root root = new Root();

    @Parameters(index = "0", paramLabel = "NAME", description = "The callableName; a function with --foreign")
    private String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "WORKLOAD", description = "Text or JSON; none: empty")
    private String workload = "";

    @Option(names = "--foreign", description = "Take the name as it is: no prefix, no look-up")
    private boolean foreign;

    @Option(names = "--background", description = "Wait for no result; print the handle")
    private boolean background;

    @Option(names = "--unique", paramLabel = "KEY", description = "The unique key")
    private @Nullable String unique;

    @Option(
            names = "--result-timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the result; 0: for ever. The job goes on")
    private @Nullable Long timeout;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    JobSubmit(Host host, PrintWriter out, PrintWriter err) {
        this.host = host;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        var client = foreign ? host.client().foreign() : host.client();
        JobOption options = this::with;
        var submission = client.callJob(name, workload, options);
        var failure = submission.result().flatMap(JobResult::failure);
        if (json) {
            printJson(submission);
        } else if (failure.isEmpty()) {
            out.println(submission.result().map(JobResult::text).orElseGet(() -> "" + submission.handle()));
        }
        if (failure.isPresent() && !json && !root.quiet) {
            err.println(
                    "Job " + submission.handle() + " failed: " + failure.get().message());
        }
        return (failure.isEmpty() ? ExitCode.OK : ExitCode.JOB_FAILED).number();
    }

    private JobRequest with(JobRequest request) {
        var result = background ? request.method(SubmitMethod.BACKGROUND) : request;
        result = unique == null ? result : result.unique(unique);
        return timeout == null ? result : result.timeout(Duration.ofSeconds(timeout));
    }

    private void printJson(Submission submission) {
        var map = new LinkedHashMap<String, Object>();
        map.put("handle", submission.handle());
        map.put("returnCode", submission.returnCode().code());
        submission
                .result()
                .ifPresent(result -> result.failure()
                        .ifPresentOrElse(
                                failure -> map.put("failure", failure.message()),
                                () -> map.put("result", result.text())));
        out.println(Json.of(map));
    }
}
