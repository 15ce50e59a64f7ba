package io.gearmancdi.it.wildfly25;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.ee.Guests;
import io.gearmancdi.it.ee.TransactionBehaviour;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Jobs on virtual threads, which are not the server's: the names of JNDI are not there, all else is. */
@ArquillianTest
class WildFlyVirtualIT extends TransactionBehaviour {

    private static final String PLACE = "io.gearmancdi.it.ee.app.Place~";

    @Inject
    @Any
    Instance<Object> beans;

    @Deployment
    static WebArchive application() {
        // The job server ends with this process
        return Guests.named(Guests.VIRTUAL, TestJobServer.start().address());
    }

    @Override
    protected <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    @Test
    void jobs_run_on_virtual_threads() {
        assertThat(get(GearmanClient.class).doJob(PLACE + "kind", null).text()).startsWith("VirtualThread[");
    }

    /** As the guide says. */
    @Test
    void jobs_do_not_find_the_names_of_their_application() {
        assertThat(get(GearmanClient.class).doJob(PLACE + "application", null).returnCode())
                .isEqualTo(ReturnCode.WORK_EXCEPTION);
    }
}
