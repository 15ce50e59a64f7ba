package io.gearmancdi.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ForFunction;
import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.WorkStarting;
import jakarta.enterprise.context.Initialized;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedTypesTest {

    private final ObservedTypes.Collector collector = new ObservedTypes.Collector();

    private void observe(Class<?> type, boolean async, Class<?>... qualifiers) {
        collector.add(
                type.getName(), List.of(qualifiers).stream().map(Class::getName).toList(), async);
    }

    @Test
    void an_observer_of_one_type_hears_no_other() {
        observe(TaskCompleted.class, false, ForFunction.class);
        var observed = collector.toObservedTypes();
        assertThat(observed.hasSync(TaskCompleted.class)).isTrue();
        assertThat(observed.hasAsync(TaskCompleted.class)).isFalse();
        assertThat(observed.hasSync(TaskFailed.class)).isFalse();
    }

    @Test
    void an_observer_of_all_task_events_hears_no_work_event() {
        observe(TaskEvent.class, true);
        var observed = collector.toObservedTypes();
        assertThat(observed.hasAsync(TaskFailed.class)).isTrue();
        assertThat(observed.hasAsync(WorkStarting.class)).isFalse();
    }

    @Test
    void an_observer_of_everything_hears_all() {
        observe(Object.class, false);
        assertThat(collector.toObservedTypes().hasSync(WorkStarting.class)).isTrue();
    }

    @Test
    void observers_of_the_container_s_own_events_do_not_count() {
        observe(Object.class, false, Initialized.class);
        observe(String.class, false);
        assertThat(collector.toObservedTypes().sync()).isEmpty();
    }
}
