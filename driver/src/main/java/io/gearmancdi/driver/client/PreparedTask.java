package io.gearmancdi.driver.client;

import io.gearmancdi.GearmanTask;
import java.util.Optional;

/** What a task tells that was settled before it was sent. */
interface PreparedTask extends GearmanTask {

    Prepared prepared();

    @Override
    default String job() {
        return prepared().job();
    }

    @Override
    default String function() {
        return prepared().function();
    }

    @Override
    default String unique() {
        return prepared().unique();
    }

    @Override
    default <C> Optional<C> context(Class<C> type) {
        return Optional.ofNullable(prepared().context())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
