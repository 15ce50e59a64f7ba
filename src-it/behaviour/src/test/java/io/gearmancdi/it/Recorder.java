package io.gearmancdi.it;

import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskData;
import io.gearmancdi.event.TaskEvent;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.TaskWarning;
import io.gearmancdi.event.TaskWorkload;
import io.gearmancdi.spi.TaskListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all events of the client, as one line each, with their threads. */
final class Recorder implements TaskListener {

    record Line(String text, TaskEvent event, Thread thread) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    @Override
    public boolean wants(Class<? extends TaskEvent> type) {
        return true;
    }

    @Override
    public void on(TaskEvent event) {
        lines.add(new Line(text(event), event, Thread.currentThread()));
    }

    List<Line> lines() {
        return lines;
    }

    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    List<String> textsOf(int index) {
        return lines.stream()
                .filter(line -> line.event().task().index() == index)
                .map(Line::text)
                .toList();
    }

    private static String text(TaskEvent event) {
        if (event instanceof TaskCreated) {
            return "created";
        } else if (event instanceof TaskWorkload) {
            return "workload";
        } else if (event instanceof TaskData data) {
            return "data " + data.text();
        } else if (event instanceof TaskWarning warning) {
            return "warning " + warning.text();
        } else if (event instanceof TaskStatus status) {
            return "status " + status.numerator() + "/" + status.denominator();
        } else if (event instanceof TaskCompleted completed) {
            return "completed " + completed.result().text();
        } else if (event instanceof TaskFailed failed) {
            return "failed " + failed.result().failure().orElseThrow().message();
        } else if (event instanceof TaskException exception) {
            return "exception " + exception.result().failure().orElseThrow().message();
        }
        return event.toString();
    }
}
