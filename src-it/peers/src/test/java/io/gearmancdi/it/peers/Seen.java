package io.gearmancdi.it.peers;

import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskData;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.TaskWarning;
import io.gearmancdi.spi.TaskListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a client in Java sees, in the words of client.php. */
final class Seen implements TaskListener {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public boolean wants(Class<? extends TaskEvent> type) {
        return true;
    }

    @Override
    public void on(TaskEvent event) {
        if (event instanceof TaskCreated) {
            lines.add("created");
        } else if (event instanceof TaskData data) {
            lines.add("data " + data.text());
        } else if (event instanceof TaskWarning warning) {
            lines.add("warning " + warning.text());
        } else if (event instanceof TaskStatus status) {
            lines.add("status " + status.numerator() + " " + status.denominator());
        } else if (event instanceof TaskCompleted) {
            lines.add("complete");
        } else if (event instanceof TaskFailed) {
            lines.add("fail");
        } else if (event instanceof TaskException) {
            lines.add("exception");
        }
    }

    List<String> taken() {
        var taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
