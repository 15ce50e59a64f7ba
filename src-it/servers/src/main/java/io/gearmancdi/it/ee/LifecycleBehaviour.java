package io.gearmancdi.it.ee;

import static io.gearmancdi.it.ee.Guests.BYSTANDER;
import static io.gearmancdi.it.ee.Guests.IDLE;
import static io.gearmancdi.it.ee.Guests.LEAK;
import static io.gearmancdi.it.ee.Guests.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.app.Ring;
import io.gearmancdi.it.ee.guest.Crowding;
import io.gearmancdi.it.ee.guest.Leaking;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application comes and goes while its server stays. */
@Timeout(300)
public abstract class LifecycleBehaviour {

    /** The job server of all applications; it ends with this process. */
    protected static final TestJobServer JOB_SERVER = TestJobServer.start();

    private static final int REDEPLOYS = 10;
    private static final int LEAKS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For subclasses. */
    protected LifecycleBehaviour() {}

    /**
     * An application comes.
     *
     * @param guest its name, one of {@link Guests}
     */
    protected abstract void deploy(String guest);

    /**
     * An application goes.
     *
     * @param guest its name
     */
    protected abstract void undeploy(String guest);

    /** {@return where the server listens for HTTP} */
    protected int port() {
        return Integer.getInteger("port.http");
    }

    /** {@return whether the server forgets applications that are gone} */
    protected boolean forgets() {
        return true;
    }

    /** {@return kinds of threads of which the server has as many as it pleases} */
    protected Set<String> ofTheServer() {
        return Set.of();
    }

    /** {@return what the server logs from now on} */
    protected abstract Supplier<String> logFromNow();

    /** {@return the process of the server} */
    protected abstract ServerJvm server();

    @Test
    void an_application_without_workers_starts_and_ends() {
        var log = logFromNow();
        deploy(IDLE);
        undeploy(IDLE);
        assertThat(log.get()).contains("GCDI-101 Gearman has 0 workers").contains("GCDI-102 Gearman has stopped");
    }

    @Test
    void an_application_without_workers_costs_one_connection_when_it_submits_and_nothing_before() throws Exception {
        deploy(IDLE);
        try {
            assertThat(get("/idle/quiet")).isNotEmpty();
            assertThat(connections()).isZero();
            assertThat(server().threadsOfTheLibrary()).isEmpty();
            assertThat(get("/idle/send")).isEqualTo("sent");
            assertThat(get("/idle/send")).isEqualTo("sent");
            assertThat(connections()).isOne();
        } finally {
            undeploy(IDLE);
        }
        assertConnectionsEnd();
    }

    @Test
    void the_executor_is_named_in_the_log() {
        var log = logFromNow();
        deploy(VISITOR);
        undeploy(VISITOR);
        assertThat(log.get())
                .contains("jobs run on the executor java:comp/DefaultManagedExecutorService")
                .contains("GCDI-102 Gearman has stopped");
    }

    @Test
    void a_job_that_runs_at_the_undeployment_ends_and_its_caller_gets_the_result() throws Exception {
        deploy(VISITOR);
        try (var job = SlowJob.begunOn(JOB_SERVER.address())) {
            undeploy(VISITOR);
            assertThat(job.result()).isEqualTo("drained");
        }
    }

    @Test
    void ten_deployments_leave_no_class_loader_no_thread_and_no_connection() throws Exception {
        leaveNothing(VISITOR, "/visitor/ring", Ring.ANSWER, Ring.class);
    }

    /** The test above can fail: the same is counted of an application that leaves something. */
    @Test
    void what_an_application_leaves_is_counted_until_it_is_gone() throws Exception {
        crowd();
        var others = server().loaded(Leaking.class);
        var before = server().footprint();
        var ports = new ArrayList<Integer>();
        deploy(LEAK);
        for (int i = 0; i < LEAKS; i++) {
            ports.add(Integer.valueOf(get("/leak/leak")));
        }
        undeploy(LEAK);
        crowd();
        assertThat(loadedSince(others, Leaking.class)).hasSize(1);
        assertThat(server().footprint().grownSince(before, LEAKS)).contains("Thread-#", "descriptors");
        for (int port : ports) {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
        }
        assertNothingStays(Leaking.class, others, before, LEAKS);
    }

    /**
     * Deploys an application ten times, and looks for what it left.
     *
     * @param guest its name
     * @param page the page that is asked each time
     * @param answer what is there
     * @param type a class of the application
     */
    protected final void leaveNothing(String guest, String page, String answer, Class<?> type) throws Exception {
        crowd();
        var others = server().loaded(type);
        // What the server makes for the first application stays, for those that follow
        visit(guest, page, answer);
        crowd();
        var before = server().footprint();
        for (int i = 0; i < REDEPLOYS; i++) {
            visit(guest, page, answer);
        }
        assertThat(server().threadsOfTheLibrary()).isEmpty();
        assertConnectionsEnd();
        assertNothingStays(type, others, before, REDEPLOYS);
    }

    private void visit(String guest, String page, String answer) throws Exception {
        deploy(guest);
        assertThat(get(page)).isEqualTo(answer);
        undeploy(guest);
    }

    private void assertNothingStays(Class<?> type, Set<String> others, Footprint before, int many) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    crowd();
                    if (forgets()) {
                        assertThat(loadedSince(others, type)).isEmpty();
                    }
                    assertThat(server().footprint().grownSince(before, many)).isSubsetOf(ofTheServer());
                });
    }

    private Set<String> loadedSince(Set<String> before, Class<?> type) throws Exception {
        return server().loaded(type).stream()
                .filter(one -> !before.contains(one))
                .collect(Collectors.toSet());
    }

    /**
     * What was deployed is held by the last of its kind until another comes: by the JDK the record that was linked last
     * ({@code java.lang.runtime.ObjectMethods.OBJECT_EQ}, the field {@code asTypeCache}), by Weld the application
     * with a build compatible extension ({@code BuildServicesImpl.ANN_FACTORY_IMPL_INSTANCE}), by parked threads what
     * each did last, by Open Liberty the application behind every open HTTP connection
     * ({@code InboundVirtualConnectionImpl.stateStore}). WildFly's threads keep what they were made for as well, for
     * as long as they live. So others come, and all threads there can be are busy with them, before and after.
     */
    private void crowd() throws Exception {
        deploy(IDLE);
        undeploy(IDLE);
        deploy(BYSTANDER);
        var callers = Executors.newFixedThreadPool(Crowding.REQUESTS);
        try {
            Callable<String> request = () -> get("/bystander/crowd");
            for (var answer : callers.invokeAll(Collections.nCopies(Crowding.REQUESTS, request))) {
                assertThat(answer.get()).isEqualTo("done");
            }
            assertThat(get("/bystander/quiet")).isEqualTo("false false Last[name=one]");
        } finally {
            callers.shutdownNow();
            undeploy(BYSTANDER);
        }
        assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private String get(String path) throws IOException {
        return Http.get(port(), path);
    }

    /** The job server may hear of it a little later. */
    private static void assertConnectionsEnd() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(connections()).isZero());
    }

    /** But for the one that asks. */
    private static int connections() throws IOException {
        return JOB_SERVER.table("workers").size() - 1;
    }
}
