package io.gearmancdi.driver.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.GearmanTask;
import io.gearmancdi.JobResult;
import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskCreated;
import io.gearmancdi.event.TaskData;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.TaskWarning;
import io.gearmancdi.event.TaskWorkload;
import java.time.Instant;

/** The eight events as values. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
final class Events {

    private Events() {}

    record Created(GearmanTask task, Instant at) implements TaskCreated {}

    record Workload(GearmanTask task, Instant at) implements TaskWorkload {}

    record Status(GearmanTask task, Instant at, long numerator, long denominator) implements TaskStatus {}

    record Completed(GearmanTask task, Instant at, JobResult result) implements TaskCompleted {}

    record Failed(GearmanTask task, Instant at, JobResult result) implements TaskFailed {}

    record Threw(GearmanTask task, Instant at, JobResult result) implements TaskException {}

    record Data(GearmanTask task, Instant at, byte[] data) implements TaskData {
        @Override
        public String text() {
            return new String(data, UTF_8);
        }
    }

    record Warning(GearmanTask task, Instant at, byte[] data) implements TaskWarning {
        @Override
        public String text() {
            return new String(data, UTF_8);
        }
    }
}
