package io.gearmancdi.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.it.CdiBehaviour;
import io.gearmancdi.it.app.Counters;
import io.gearmancdi.it.app.Recorder;
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
        return Stream.of(client, workers, admin, recorder, counters)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
