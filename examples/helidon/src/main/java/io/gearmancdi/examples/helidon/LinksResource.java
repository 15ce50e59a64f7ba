package io.gearmancdi.examples.helidon;

import io.gearmancdi.GearmanClient;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes links and answers when all of them are checked. */
@Path("links")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {

    private static final String JOB = "links~check";

    @Inject
    GearmanClient gearman;

    /**
     * Submits a job for each link and waits for none of them.
     *
     * @param links the links
     * @return what is behind them, in the same order
     */
    @POST
    public CompletionStage<List<Link>> check(List<String> links) {
        var checks = links.stream().map(this::check).toList();
        return CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new))
                .thenApply(all -> checks.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Link> check(String link) {
        return gearman.doJobAsync(JOB, link)
                .thenApply(result -> Link.of(link, result))
                .toCompletableFuture();
    }
}
