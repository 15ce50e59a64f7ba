package io.gearmancdi.it.ee;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobResult;
import io.gearmancdi.it.ee.clerk.Caller;
import io.gearmancdi.it.ee.clerk.Callers;
import io.gearmancdi.it.ee.clerk.Clerk;
import io.gearmancdi.it.ee.clerk.Desk;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A managed executor runs a task as whoever asked for it: no job runs as somebody for all that. */
@ArquillianTest
@Timeout(300)
public abstract class IdentityBehaviour {

    private static final String LOOK = "io.gearmancdi.it.ee.clerk.Window~look";
    private static final String LATER = "io.gearmancdi.it.ee.clerk.Window~later";
    private static final int JOBS = 10;
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    GearmanClient client;

    @Inject
    Clerk clerk;

    @Inject
    Desk desk;

    @Inject
    Callers callers;

    /** For subclasses. */
    protected IdentityBehaviour() {}

    /**
     * Does something as somebody who has the role.
     *
     * @param what what is done
     * @return what comes of it
     */
    protected <T> T asClerk(Supplier<T> what) {
        return clerk.does(what);
    }

    @Test
    void jobs_and_completions_do_not_run_as_whoever_submitted() throws Exception {
        assertThat(asClerk(desk::caller).clerk()).isTrue();
        int before = callers.seen().size();
        var completed = asClerk(() -> {
            client.doJob(LOOK, null);
            client.doBackgroundJob(LOOK, null);
            client.doJobAsync(LOOK, null);
            // The job ends after this, so that the completion is not the submitter's own call
            return client.doJobAsync(LATER, null).thenApply(result -> desk.caller());
        });
        callers.nextPromise().complete("done");
        assertNobody(completed.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS));
        Awaitility.await().atMost(SOON).until(() -> callers.seen().size() >= before + 4);
        var ofClerk = callers.seen().stream().skip(before).map(Caller::thread).collect(Collectors.toSet());
        assertOthersShareAThreadWith(ofClerk);
        assertThat(callers.seen().stream().skip(before)).allMatch(Caller::isNobody);
    }

    /** Goes on as both, one after the other, until the executor gives others a thread of those. */
    private void assertOthersShareAThreadWith(Set<String> threads) {
        var ofClerk = new HashSet<>(threads);
        Awaitility.await().pollInSameThread().atMost(SOON).until(() -> {
            ofClerk.add(thread(asClerk(() -> client.doJob(LOOK, null))));
            return ofClerk.contains(thread(client.doJob(LOOK, null)));
        });
    }

    private static String thread(JobResult look) {
        return look.as(Caller.class).thread();
    }

    @Test
    void a_job_that_somebody_completes_leaves_the_next_one_alone() throws Exception {
        int others = callers.seen().size();
        for (int i = 0; i < JOBS; i++) {
            var first = client.doJobAsync(LATER, null).toCompletableFuture();
            var promise = callers.nextPromise();
            int before = callers.seen().size();
            var waiting = client.doBackgroundJob(LOOK, null);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> client.getJobStatus(waiting).isRunning());
            assertThat(this.<Boolean>asClerk(() -> promise.complete("done"))).isTrue();
            assertThat(first.get(SOON.toSeconds(), TimeUnit.SECONDS).text()).isEqualTo("done");
            Awaitility.await().atMost(SOON).until(() -> callers.seen().size() > before);
        }
        assertThat(callers.seen().stream().skip(others)).allMatch(Caller::isNobody);
    }

    private static void assertNobody(Caller caller) {
        assertThat(caller).matches(Caller::isNobody);
    }
}
