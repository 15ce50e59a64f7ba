package io.gearmancdi.it.ee.app;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobResult;
import io.gearmancdi.it.app.Recorder;
import io.gearmancdi.it.app.ScaleRequest;
import io.gearmancdi.it.app.Thumbnail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Uses a bit of everything: calls that block and that do not, tasks, JSON, a transaction, both kinds of events. */
@ApplicationScoped
public class Ring {

    /** What it answers where all went well. */
    public static final String ANSWER = "part end word 320 true";

    private static final String APP = "io.gearmancdi.it.app.";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    GearmanClient client;

    @Inject
    Recorder recorder;

    /** Made by the container. */
    public Ring() {}

    /** {@return what came of it} */
    public String answer() {
        recorder.watch("Talker~talk");
        var talk = client.doJob(APP + "Talker~talk", null).text();
        var later = client.doJobAsync(APP + "Texts~reverse", "drow").thenApply(JobResult::text);
        boolean all = client.tasks()
                .addTask(APP + "Texts~sum", List.of(1, 2))
                .addTask("io.gearmancdi.it.ee.app.Ledger~book", "from a servlet")
                .runTasks()
                .isSuccessful();
        var thumbnail = client.doJob(APP + "Texts~scale", ScaleRequest.of(640)).as(Thumbnail.class);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> recorder.lines().containsAll(List.of("completed", "completed, asynchronously")));
        return talk + " " + later.toCompletableFuture().join() + " " + thumbnail.getWidth() + " " + all;
    }
}
