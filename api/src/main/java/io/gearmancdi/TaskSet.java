package io.gearmancdi;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that run in parallel. Built by one thread and run once; they are submitted in the order in which they were
 * added.
 *
 * <p>Every task has a timeout of its own, {@code gearman.client.timeout} unless it says otherwise. It counts from the
 * run's start, so a long set on few workers needs a longer one.
 *
 * <p>A bad workload, name or unique shows when the task is added, before anything is sent.
 */
public interface TaskSet {

    /**
     * Adds a task; its method decides between foreground and background.
     *
     * @param request what to submit; the method DEFAULT means foreground, normal priority
     * @return this set
     * @throws JobDoesNotExistException if the application has no such job
     * @throws WorkloadCodecException if the workload cannot be encoded
     * @throws IllegalStateException if the set was run already
     */
    TaskSet add(JobRequest request);

    /**
     * Adds a foreground task of normal priority.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return this set
     */
    default TaskSet addTask(String job, @Nullable Object workload, JobOption... options) {
        return add(JobRequest.of(job, workload).method(SubmitMethod.NORMAL).with(options));
    }

    /**
     * Adds a foreground task of high priority.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return this set
     */
    default TaskSet addTaskHigh(String job, @Nullable Object workload, JobOption... options) {
        return add(JobRequest.of(job, workload).method(SubmitMethod.HIGH).with(options));
    }

    /**
     * Adds a foreground task of low priority.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return this set
     */
    default TaskSet addTaskLow(String job, @Nullable Object workload, JobOption... options) {
        return add(JobRequest.of(job, workload).method(SubmitMethod.LOW).with(options));
    }

    /**
     * Adds a background task of normal priority.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return this set
     */
    default TaskSet addTaskBackground(String job, @Nullable Object workload, JobOption... options) {
        return add(JobRequest.of(job, workload).method(SubmitMethod.BACKGROUND).with(options));
    }

    /**
     * Adds a background task of high priority.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return this set
     */
    default TaskSet addTaskHighBackground(String job, @Nullable Object workload, JobOption... options) {
        return add(JobRequest.of(job, workload)
                .method(SubmitMethod.HIGH_BACKGROUND)
                .with(options));
    }

    /**
     * Adds a background task of low priority.
     *
     * @param job the job's name
     * @param workload what the job gets
     * @param options anything else
     * @return this set
     */
    default TaskSet addTaskLowBackground(String job, @Nullable Object workload, JobOption... options) {
        return add(
                JobRequest.of(job, workload).method(SubmitMethod.LOW_BACKGROUND).with(options));
    }

    /**
     * Runs all tasks and waits until each has ended or its own timeout has passed. Events are delivered in the calling
     * thread, in order per task.
     *
     * @return the outcomes; a task that failed or was lost is an outcome, not an exception
     * @throws IllegalStateException if the set was run already
     */
    TaskResults runTasks();

    /**
     * As {@link #runTasks()}, with one bound on the whole run.
     *
     * @param timeout how long the caller waits for all tasks together; zero: no bound but those of the tasks
     * @return the outcomes
     * @throws IllegalStateException if the set was run already
     */
    TaskResults runTasks(Duration timeout);

    /**
     * Runs all tasks without waiting. Events and dependents of the stage run on the application's executor.
     *
     * @return ends with the outcomes; never exceptionally
     * @throws IllegalStateException if the set was run already
     */
    CompletionStage<TaskResults> runTasksAsync();
}
