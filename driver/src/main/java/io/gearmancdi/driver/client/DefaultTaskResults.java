package io.gearmancdi.driver.client;

import io.gearmancdi.TaskOutcome;
import io.gearmancdi.TaskResults;
import java.util.List;
import java.util.Optional;

/** How a set of tasks ended. */
record DefaultTaskResults(List<DefaultTaskOutcome> outcomes) implements TaskResults {

    static DefaultTaskResults of(List<ClientTask> tasks) {
        return new DefaultTaskResults(tasks.stream().map(DefaultTaskOutcome::of).toList());
    }

    @Override
    public boolean isSuccessful() {
        return outcomes.stream().allMatch(TaskOutcome::isSuccessful);
    }

    @Override
    public List<TaskOutcome> all() {
        return List.copyOf(outcomes);
    }

    @Override
    public List<TaskOutcome> failures() {
        return all().stream().filter(outcome -> !outcome.isSuccessful()).toList();
    }

    @Override
    public TaskResults orThrow() {
        var failures = outcomes.stream()
                .map(DefaultTaskOutcome::failure)
                .flatMap(Optional::stream)
                .toList();
        if (failures.isEmpty()) {
            return this;
        }
        var first = failures.get(0);
        failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
        throw first;
    }
}
