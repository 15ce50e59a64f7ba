package io.gearmancdi.driver.client;

import io.gearmancdi.ReturnCode;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.ConnectionSettings;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.payload.Payloads;
import io.gearmancdi.spi.TaskListener;
import io.gearmancdi.spi.UniqueKeyGenerator;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** What all views of the client share. Thread-safe. */
public final class ClientCore implements AutoCloseable {

    final ClientSettings settings;
    final Payloads payloads;
    final TaskEvents events;
    final Failures failures;
    final Preparation preparation;
    final ServerPool servers;
    final FinishedJobs finished;
    private final IoLoop loop;
    private final AsyncDelivery delivery;
    private final ServerChoice choice;
    private final Places places;

    /**
     * Makes the core; nothing is connected.
     *
     * @param settings the client's settings
     * @param connections how connections are made
     * @param loop the I/O thread
     * @param executor runs asynchronous events and completions
     * @param catalog the application's own jobs
     * @param payloads writes and reads
     * @param uniques makes uniques
     * @param listeners hear events
     * @param finished remembers jobs that ended
     */
    public ClientCore(
            ClientSettings settings,
            ConnectionSettings connections,
            IoLoop loop,
            Executor executor,
            JobCatalog catalog,
            Payloads payloads,
            UniqueKeyGenerator uniques,
            List<TaskListener> listeners,
            FinishedJobs finished) {
        this.settings = settings;
        this.loop = loop;
        this.payloads = payloads;
        this.finished = finished;
        this.events = new TaskEvents(listeners);
        this.failures = new Failures(settings);
        this.preparation = new Preparation(settings, catalog, payloads, uniques);
        this.servers = new ServerPool(loop, connections, settings.servers());
        this.choice = new ServerChoice(servers::isDown);
        this.delivery = new AsyncDelivery(loop, executor, servers::flush);
        this.places = new Places(loop, settings.maxPending());
    }

    List<ServerAddress> order(String function, String unique, List<ServerAddress> among) {
        return choice.order(among, function, unique);
    }

    AsyncMailbox asyncMailbox(Runnable end) {
        return new AsyncMailbox(delivery, events, end);
    }

    /** Submits a task whose caller watches the deadline. Blocks only while too much is outstanding. */
    void submit(ClientTask task) {
        if (enter(task)) {
            send(task);
        }
    }

    /** Submits a task that nobody waits for. Blocks only while too much is outstanding. */
    void submitAsync(ClientTask task) {
        if (enter(task)) {
            task.expireBy(loop);
            send(task);
        }
    }

    private void send(ClientTask task) {
        if (events.workload) {
            events.fire(new Events.Workload(task, Instant.now()));
        }
        task.submit();
    }

    /** Nothing is queued for an I/O thread that cannot be started: who asks hears it at once. */
    void start(String what, Route route) {
        try {
            loop.start();
        } catch (RejectedExecutionException e) {
            throw failures.noThread(what, route, e);
        }
    }

    private boolean enter(ClientTask task) {
        start(task.function(), task.route());
        if (places.tryEnter()) {
            task.admitted = true;
            return awaitBuffer(task);
        }
        try {
            if (!settings.failWhenFull() && places.enter(task.deadline)) {
                task.admitted = true;
                return awaitBuffer(task);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            task.refuse(failures.interrupted(task));
            return false;
        }
        task.refuse(failures.tooMany(task.function(), task.server()));
        return false;
    }

    private boolean awaitBuffer(ClientTask task) {
        if (servers.awaitRoom(task.server(), settings.failWhenFull() ? System.nanoTime() : task.deadline)) {
            return true;
        }
        task.refuse(Thread.currentThread().isInterrupted() ? failures.interrupted(task) : failures.bufferFull(task));
        return false;
    }

    /** A task has its outcome. */
    void ended(ClientTask task, Outcome outcome, Mailbox mailbox, boolean admitted) {
        if (admitted) {
            places.leave();
        }
        if (outcome instanceof Outcome.Ended ended) {
            finished.add(ended.result().handle());
            post(task, ended.result(), mailbox);
        }
        mailbox.ended(task);
    }

    private void post(ClientTask task, DefaultJobResult result, Mailbox mailbox) {
        if (result.isSuccess()) {
            if (events.completed) {
                mailbox.post(new Events.Completed(task, Instant.now(), result));
            }
        } else if (result.returnCode() == ReturnCode.WORK_EXCEPTION) {
            if (events.exception) {
                mailbox.post(new Events.Threw(task, Instant.now(), result));
            }
        } else if (events.failed) {
            mailbox.post(new Events.Failed(task, Instant.now(), result));
        }
    }

    /** Closes the connections; everything outstanding ends with an exception. */
    @Override
    public void close() {
        servers.close();
    }
}
