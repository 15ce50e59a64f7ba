package io.gearmancdi.it.quarkus;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.it.CdiBehaviour;
import io.gearmancdi.it.app.Counters;
import io.gearmancdi.it.app.Recorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;

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

    @Override
    protected <T> T get(Class<T> type) {
        return Stream.of(client, workers, admin, recorder, counters)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
