package io.gearmancdi.it.ee;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.GearmanClient;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** {@link TransactionBehaviour} and what holds on the managed executor alone. */
@ArquillianTest
public abstract class EeBehaviour extends TransactionBehaviour {

    private static final String PLACE = "io.gearmancdi.it.ee.app.Place~";

    @Inject
    @Any
    Instance<Object> beans;

    /** For subclasses. */
    protected EeBehaviour() {}

    @Override
    protected <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    /** {@return a regular expression for the names of the threads of the server's executor} */
    protected abstract String managedThreads();

    private String place(String job) {
        return get(GearmanClient.class).doJob(PLACE + job, null).text();
    }

    @Test
    void jobs_run_on_the_managed_executor() {
        assertThat(place("thread")).matches(managedThreads());
    }

    @Test
    void jobs_see_the_names_of_their_application() {
        assertThat(place("application")).isNotEmpty();
    }
}
