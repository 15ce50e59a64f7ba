package com.acme;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.JobFailure;
import io.gearmancdi.Server;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.Work;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

// tag::attributes[]
@Work(
        name = "Mailer",
        description = "Sends mail for ${acme.customer:everybody}",
        iterations = 1000,
        minimumExecutionTime = 3,
        timeout = 3600,
        executionTimeout = 60,
        concurrency = 2,
        servers = @Server(host = "${acme.mail.host:127.0.0.1}", port = 4730),
        defaultMethod = SubmitMethod.BACKGROUND)
class Mailer {

    @Job(name = "send", description = "Sends one mail", iterations = 0, defaultMethod = SubmitMethod.HIGH_BACKGROUND)
    void sendOne(String mail) {
        if (mail.isBlank()) {
            throw new JobFailure("there is nothing to send");
        }
    }
    // end::attributes[]

    // tag::signatures[]
    @Job
    void ping() {} // no workload, an empty result

    @Job
    byte[] raw(byte[] workload) { // bytes as they are
        return workload;
    }

    @Job
    Map<String, Integer> count(List<String> names, GearmanJob job) { // JSON both ways; the job beside the workload
        job.sendStatus(names.size(), names.size());
        return Map.of("names", names.size());
    }

    @Job
    CompletionStage<String> later(String text) { // ends when the stage ends
        return CompletableFuture.supplyAsync(() -> "later: " + text);
    }
    // end::signatures[]
}
