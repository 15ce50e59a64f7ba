package io.gearmancdi.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.it.CdiBehaviour;
import io.gearmancdi.it.app.Counters;
import io.gearmancdi.it.app.Loaders;
import io.gearmancdi.it.app.Pledge;
import io.gearmancdi.it.app.Recorder;
import io.gearmancdi.it.app.RequestData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JobServerResource.class)
class QuarkusBehaviourTest extends CdiBehaviour {

    @Inject
    GearmanClient client;

    @Inject
    GearmanWorkers workers;

    @Inject
    GearmanAdmin admin;

    @Inject
    Recorder recorder;

    @Inject
    Counters counters;

    @Inject
    RequestData request;

    @Inject
    Pledge pledge;

    @Inject
    Loaders loaders;

    @Test
    void the_application_inherits_jobs_of_a_library() {
        assertThat(client.doJob("io.gearmancdi.it.quarkus.Till~all", List.of(1, 2))
                        .as(Long.class))
                .isEqualTo(3L);
        assertThat(client.doJob("io.gearmancdi.it.quarkus.Till~types", List.of(1, 2))
                        .text())
                .isEqualTo("Integer Integer");
        assertThat(client.doJob("io.gearmancdi.it.quarkus.Till~more", 2).as(Long.class))
                .isEqualTo(3L);
    }

    @Override
    protected <T> T get(Class<T> type) {
        return Stream.of(client, workers, admin, recorder, counters, request, pledge, loaders)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jobs_run_on_the_executor_of_quarkus() {
        try (var registration =
                workers.register("it.thread", job -> Thread.currentThread().getName(), all -> all)) {
            assertThat(client.foreign()
                            .doJob(registration.worker().callableName(), null)
                            .text())
                    .startsWith("executor-thread-");
        }
    }
}
