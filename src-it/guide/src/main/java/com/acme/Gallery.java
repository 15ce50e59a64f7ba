package com.acme;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobOption;
import io.gearmancdi.JobResult;
import io.gearmancdi.Submission;
import io.gearmancdi.TaskResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Asks the workers. */
@ApplicationScoped
class Gallery {

    // tag::names[]
    static final String SCALE = "com.acme.Thumbnails~scale";

    @Inject
    GearmanClient gearman;
    // end::names[]

    // tag::call[]
    Thumbnail scaled(String picture) {
        return gearman.doJob(SCALE, new ScaleRequest(picture, 320)).as(Thumbnail.class);
    }
    // end::call[]

    // tag::background[]
    JobHandle scaleSometime(String picture) {
        return gearman.doBackgroundJob(SCALE, new ScaleRequest(picture, 640), JobOption.unique(picture));
    }
    // end::background[]

    // tag::tasks[]
    TaskResults scaleAll(String first, String second, String third) {
        return gearman.tasks()
                .addTask(SCALE, new ScaleRequest(first, 320), JobOption.context(first))
                .addTaskHigh(SCALE, new ScaleRequest(second, 320), JobOption.context(second))
                .addTaskLowBackground(SCALE, new ScaleRequest(third, 320), JobOption.context(third))
                .runTasks(Duration.ofSeconds(30));
    }
    // end::tasks[]

    // tag::async[]
    CompletionStage<String> reversed(String text) {
        return gearman.foreign().doJobAsync("text.reverse", text).thenApply(JobResult::text);
    }
    // end::async[]

    // tag::default-method[]
    String mail(String text) {
        Submission submission = gearman.callJob("com.acme.Mailer~send", text);
        return submission.handle() + ": " + submission.returnCode();
    }
    // end::default-method[]

    // tag::failure[]
    String tryToScale(String picture, int width) {
        JobResult result = gearman.doJob(SCALE, new ScaleRequest(picture, width));
        return result.isSuccess()
                ? result.as(Thumbnail.class).picture()
                : result.returnCode().code() + ": "
                        + result.failure().orElseThrow().message();
    }
    // end::failure[]

    // tag::servers[]
    byte[] elsewhere(byte[] image, String host, int port) {
        return gearman.withServer(host, port)
                .plusServer(host, port + 1)
                .foreign()
                .doJob("image.resize", image, JobOption.timeout(Duration.ofSeconds(10)))
                .bytes();
    }
    // end::servers[]
}
