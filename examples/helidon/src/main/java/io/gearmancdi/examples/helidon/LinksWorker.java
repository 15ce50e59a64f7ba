package io.gearmancdi.examples.helidon;

import io.gearmancdi.Job;
import io.gearmancdi.JobFailure;
import io.gearmancdi.Work;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Looks what is behind a link. It waits as plain code waits; the thread is a virtual one. */
@Work(name = "links", description = "Checks links")
public class LinksWorker {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Web web;

    /**
     * Asks for the page.
     *
     * @param link its address
     * @return the status of the answer
     * @throws InterruptedException if the application ends
     */
    @Job(description = "Asks for a page and tells the status of the answer")
    public int check(String link) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(link)).timeout(PATIENCE);
            return web.client().send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IllegalArgumentException e) {
            throw new JobFailure("This is no link");
        } catch (IOException e) {
            throw new JobFailure("Nobody answers");
        }
    }
}
