package io.gearmancdi.it.app;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Every signature and every end that a job can have. */
@Work(name = "Texts", description = "Works on texts", timeout = 20)
class Texts {

    @Job(description = "Turns a text round")
    String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @Job
    void nothing() {}

    @Job
    byte[] raw(byte[] bytes) {
        return bytes;
    }

    @Job
    String job(GearmanJob job) {
        return job.name() + " " + job.workloadSize();
    }

    @Job
    int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    @Job
    Thumbnail scale(ScaleRequest request, GearmanJob job) {
        return new Thumbnail(job.function(), request.getWidth() / 2);
    }

    @Job
    CompletionStage<String> later(String text) {
        return CompletableFuture.supplyAsync(() -> text + " later");
    }

    @Job(function = "it.exact")
    String exact() {
        return "exact";
    }

    @Job
    boolean seesApplicationClasses() throws ClassNotFoundException {
        var loader = Thread.currentThread().getContextClassLoader();
        return loader.loadClass(Texts.class.getName()).equals(Texts.class);
    }
}
