package io.gearmancdi.cli;

import io.gearmancdi.event.TaskData;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.spi.TaskListener;
import java.util.concurrent.CompletableFuture;

/** Tells that the first data of a job has come. */
record DataListener(CompletableFuture<?> came) implements TaskListener {

    @Override
    public boolean wants(Class<? extends TaskEvent> type) {
        return type == TaskData.class;
    }

    @Override
    public void on(TaskEvent event) {
        came.complete(null);
    }
}
