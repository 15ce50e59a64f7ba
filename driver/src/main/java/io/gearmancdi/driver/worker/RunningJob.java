package io.gearmancdi.driver.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.BufferFullException;
import io.gearmancdi.CallInterruptedException;
import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobDescriptor;
import io.gearmancdi.JobHandle;
import io.gearmancdi.TypeRef;
import io.gearmancdi.WorkerSettings;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.session.Assignment;
import io.gearmancdi.driver.session.WorkerSession;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One job from its assignment to the end of its thread. */
final class RunningJob implements GearmanJob {

    final Assignment assignment;
    final JobDescriptor descriptor;
    final ServerLink link;
    final WorkerSession session;
    private final WorkerRun run;
    private final JobHandle handle;
    private final byte[] name;
    private final ReentrantLock threadLock = new ReentrantLock();
    private @Nullable Thread thread;
    private boolean stuck;
    private volatile boolean cancelled;
    volatile @Nullable Timer timeout;

    /** Somebody who has cancelled nothing has interrupted its thread. For that thread. */
    boolean interrupted;

    // Guarded by the lock of the run
    boolean ended;
    boolean late;
    boolean told;
    boolean freed;

    RunningJob(WorkerRun run, ServerLink link, WorkerSession session, JobDescriptor descriptor, Assignment assignment) {
        this.run = run;
        this.link = link;
        this.session = session;
        this.descriptor = descriptor;
        this.assignment = assignment;
        this.handle = JobHandle.of(link.server(), assignment.handle());
        this.name = assignment.handle().getBytes(ISO_8859_1);
    }

    /** The current thread runs the job, and may be interrupted until {@link #leave}. */
    void enter() {
        threadLock.lock();
        try {
            thread = Thread.currentThread();
        } finally {
            threadLock.unlock();
        }
    }

    /**
     * The current thread runs the job no longer, and is not interrupted any more.
     *
     * @return whether it was {@link #overdue}
     */
    boolean leave() {
        threadLock.lock();
        try {
            thread = null;
            interrupted |= Thread.interrupted() && !cancelled;
            boolean was = stuck;
            stuck = false;
            return was;
        } finally {
            threadLock.unlock();
        }
    }

    /** Its time is over; tells whether a thread has still to leave it. */
    boolean overdue() {
        threadLock.lock();
        try {
            stuck = thread != null;
            return stuck;
        } finally {
            threadLock.unlock();
        }
    }

    /** Nobody waits for the end any more: says so, and interrupts the thread. */
    void cancel() {
        threadLock.lock();
        try {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        } finally {
            threadLock.unlock();
        }
    }

    @Override
    public JobHandle handle() {
        return handle;
    }

    @Override
    public String name() {
        return descriptor.name();
    }

    /** What holds for it: its own settings, or its worker's where it has none. */
    WorkerSettings settings(WorkerSettings worker) {
        var own = descriptor.settings();
        return own == WorkerSettings.defaults() ? worker : own;
    }

    @Override
    public String function() {
        return assignment.function();
    }

    @Override
    public Optional<String> unique() {
        return assignment.unique().isEmpty() ? Optional.empty() : Optional.of(assignment.unique());
    }

    @Override
    public boolean isCancelled() {
        return cancelled || !link.isCurrent(session);
    }

    @Override
    public int workloadSize() {
        return assignment.payload().length;
    }

    @Override
    public byte[] bytes() {
        return assignment.payload();
    }

    @Override
    public String text() {
        return new String(assignment.payload(), UTF_8);
    }

    @Override
    public <T> T as(Class<T> type) {
        return decode(type);
    }

    @Override
    public <T> T as(TypeRef<T> type) {
        return decode(type.type());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    private <T> T decode(Type type) {
        return (T) run.payloads().decode(assignment.payload(), type, "The workload of '" + name() + "'");
    }

    @Override
    public void sendStatus(long completed, long total) {
        send(Packet.of(
                PacketType.WORK_STATUS,
                name,
                Long.toString(completed).getBytes(ISO_8859_1),
                Long.toString(total).getBytes(ISO_8859_1)));
    }

    @Override
    public void sendData(@Nullable Object data) {
        send(Packet.of(PacketType.WORK_DATA, name, run.payloads().encode(data, "Data of '" + name() + "'")));
    }

    @Override
    public void sendWarning(@Nullable Object warning) {
        send(Packet.of(PacketType.WORK_WARNING, name, run.payloads().encode(warning, "A warning of '" + name() + "'")));
    }

    private void send(Packet packet) {
        if (!isCancelled() && !link.awaitRoom() && !isCancelled()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CallInterruptedException(
                        "The job was interrupted while what it sends waited for room", function(), link.server());
            }
            throw new BufferFullException(
                    "Server " + link.server() + " takes no bytes: gearman.max-buffer-size of them wait for it",
                    function(),
                    link.server());
        }
        run.send(this, packet);
    }
}
