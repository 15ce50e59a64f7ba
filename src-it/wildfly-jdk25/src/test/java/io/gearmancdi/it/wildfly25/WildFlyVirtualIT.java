package io.gearmancdi.it.wildfly25;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.CdiBehaviour;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.EeArchives;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Jobs on virtual threads, which are not the server's: the names of JNDI are not there, all else is. */
@ArquillianTest
class WildFlyVirtualIT extends CdiBehaviour {

    @Inject
    @Any
    Instance<Object> beans;

    @Deployment
    static WebArchive application() {
        // The server ends with this process
        var settings = new HashMap<>(AppSettings.on(TestJobServer.start().address()));
        settings.put("gearman.executor.virtual", "true");
        return EeArchives.application("virtual.war", settings, EeArchives.library());
    }

    @Override
    protected <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    @Test
    void jobs_run_on_virtual_threads() {
        assertThat(get(GearmanClient.class)
                        .doJob("io.gearmancdi.it.ee.app.Place~kind", null)
                        .text())
                .startsWith("VirtualThread[");
    }

    @Test
    void jobs_see_the_classes_of_their_application() {
        for (int i = 0; i < 10; i++) {
            assertThat(get(GearmanClient.class)
                            .doJob("io.gearmancdi.it.ee.app.Place~losesItsLoader", null)
                            .as(Boolean.class))
                    .isTrue();
        }
    }

    /** As the guide says. */
    @Test
    void jobs_do_not_find_the_names_of_their_application() {
        assertThat(get(GearmanClient.class)
                        .doJob("io.gearmancdi.it.ee.app.Place~application", null)
                        .returnCode())
                .isEqualTo(ReturnCode.WORK_EXCEPTION);
    }
}
