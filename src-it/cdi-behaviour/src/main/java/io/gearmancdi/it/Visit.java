package io.gearmancdi.it;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.it.app.Loaders;
import io.gearmancdi.it.app.Pledge;
import io.gearmancdi.it.app.ScaleRequest;
import io.gearmancdi.it.app.Thumbnail;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** An application that comes, uses a bit of everything, and goes; a loader of its own has it and all its libraries. */
public final class Visit implements Callable<String> {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Loaded by name. */
    public Visit() {}

    @Override
    public String call() throws Exception {
        try (var container = SeContainerInitializer.newInstance().initialize()) {
            return use(container);
        }
    }

    private static String use(SeContainer container) throws Exception {
        var client = container.select(GearmanClient.class).get();
        var pledge = container.select(Pledge.class).get();
        var heard = container.select(Loaders.class).get();
        var thumbnail = client.doJob(CdiBehaviour.APP + "Texts~scale", ScaleRequest.of(640))
                .as(Thumbnail.class);
        var later = client.doJobAsync(CdiBehaviour.APP + "Promises~later", null)
                .thenApply(result -> result.text() + " later")
                .toCompletableFuture();
        Awaitility.await().atMost(SOON).until(pledge::isMade);
        pledge.keep("kept");
        Awaitility.await().atMost(SOON).until(() -> heard.heard().size() == 2);
        try (var registration = container
                .select(GearmanWorkers.class)
                .get()
                .register("visit.code", job -> job.text() + " in code", all -> all)) {
            return thumbnail.getWidth() + ", " + later.get(SOON.toSeconds(), TimeUnit.SECONDS) + ", "
                    + client.foreign()
                            .doJob(registration.worker().callableName(), "called")
                            .text();
        }
    }
}
