package io.gearmancdi.driver.client;

import io.gearmancdi.GearmanException;
import io.gearmancdi.GearmanTask;
import io.gearmancdi.JobHandle;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.io.IoLoop;
import io.gearmancdi.driver.io.Timer;
import io.gearmancdi.driver.session.ClientSession;
import io.gearmancdi.driver.session.JobCall;
import io.gearmancdi.driver.session.Loss;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One submission from the first byte to its outcome. The reader of its connection tells it what comes; it tells its
 * mailbox. Exactly one outcome wins, whoever brings it: the server, the caller's patience, or the end of the
 * connection.
 */
final class ClientTask extends JobCall implements GearmanTask, ServerRequest {

    private static final AtomicReferenceFieldUpdater<ClientTask, Outcome> OUTCOME =
            AtomicReferenceFieldUpdater.newUpdater(ClientTask.class, Outcome.class, "outcome");

    final Prepared prepared;
    final long deadline;

    /** Whether it takes one of the places for outstanding submissions, until it ends. */
    volatile boolean admitted;

    private final ClientCore core;
    private final Mailbox mailbox;
    private final int index;
    private final Route route;
    private volatile @Nullable Outcome outcome;
    private volatile @Nullable JobHandle handle;
    private volatile boolean maybeSubmitted;
    private volatile @Nullable Timer timer;
    private final Reception reception;

    ClientTask(ClientCore core, Prepared prepared, int index, Mailbox mailbox) {
        this.core = core;
        this.prepared = prepared;
        this.index = index;
        this.mailbox = mailbox;
        this.reception = new Reception(core.payloads, core.settings.maxResultSize());
        this.deadline = prepared.deadline(System.nanoTime());
        this.route = new Route(core.order(prepared.function(), prepared.unique(), prepared.servers()));
    }

    /** Sends it to the first server that can be reached. Never blocks. */
    void submit() {
        core.servers.route(this);
    }

    /** Ends it without a result. */
    void refuse(GearmanException why) {
        end(new Outcome.Trouble(why));
    }

    // What the route tells

    @Override
    public void sendOn(ClientSession session) {
        session.submit(prepared.packet(), this);
    }

    @Override
    public int size() {
        return prepared.packet().data().length;
    }

    @Override
    public Haste haste() {
        return mailbox.haste();
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public void unreachable() {
        refuse(
                maybeSubmitted
                        ? core.failures.submissionUnknown(this, route.lastServer(), route.cause())
                        : core.failures.unreachable(prepared.function(), route));
    }

    @Override
    public void closed() {
        refuse(core.failures.closed());
    }

    @Override
    public boolean isOver() {
        return outcome != null;
    }

    // What the session tells

    @Override
    public boolean isBackground() {
        return prepared.background();
    }

    @Override
    protected boolean isAbandoned() {
        return outcome != null;
    }

    @Override
    protected void created(String value) {
        var created = JobHandle.of(route.server(), value);
        handle = created;
        if (core.events.created && !isOver()) {
            mailbox.post(new Events.Created(this, Instant.now()));
        }
        if (prepared.background()) {
            end(new Outcome.Accepted(created));
        }
    }

    @Override
    protected void data(byte[] data) {
        if (!reception.add(data)) {
            abandon(core.failures.resultTooLarge(this));
        } else if (core.events.data) {
            mailbox.post(new Events.Data(this, Instant.now(), data));
        }
    }

    @Override
    protected void warning(byte[] data) {
        reception.warn(data);
        if (core.events.warning) {
            mailbox.post(new Events.Warning(this, Instant.now(), data));
        }
    }

    @Override
    protected void status(long numerator, long denominator) {
        if (core.events.status) {
            mailbox.post(new Events.Status(this, Instant.now(), numerator, denominator));
        }
    }

    @Override
    protected void completed(byte[] data) {
        if (reception.fits(data)) {
            end(new Outcome.Ended(reception.completed(this, data)));
        } else {
            refuse(core.failures.resultTooLarge(this));
        }
    }

    @Override
    protected void failed() {
        end(new Outcome.Ended(reception.failed(this)));
    }

    @Override
    protected void excepted(byte[] data) {
        end(new Outcome.Ended(reception.excepted(this, data)));
    }

    @Override
    protected void refused(String code, String text) {
        refuse(core.failures.refused(prepared.function(), route.server(), code, text));
    }

    @Override
    protected void lost(Loss loss, @Nullable Throwable cause) {
        if (isOver()) {
            return;
        }
        switch (loss) {
            case NOT_SENT -> again(cause);
            case UNANSWERED -> {
                maybeSubmitted = true;
                if (prepared.repeatable()) {
                    again(cause);
                } else {
                    refuse(core.failures.lost(this, cause));
                }
            }
            case ACCEPTED -> refuse(core.failures.lost(this, cause));
        }
    }

    private void again(@Nullable Throwable cause) {
        if (route.restart(cause)) {
            submit();
        } else {
            unreachable();
        }
    }

    /** Lets the I/O thread watch the deadline, where no caller does. */
    void expireBy(IoLoop loop) {
        if (prepared.timeoutNanos() != 0) {
            timer = loop.schedule(Duration.ofNanos(prepared.timeoutNanos()), this::expire);
        }
    }

    /** The caller's time is over. */
    void expire() {
        abandon(core.failures.timedOut(this));
    }

    /** The caller was interrupted. */
    void giveUp(InterruptedException cause) {
        abandon(core.failures.lost(this, cause));
    }

    /** Ends it without a result while its server may still tell of it. */
    private void abandon(GearmanException why) {
        boolean first = end(new Outcome.Trouble(why));
        var known = handle;
        if (first && known != null && !prepared.background()) {
            core.servers.abandoned(known);
        }
    }

    private boolean end(Outcome end) {
        if (!OUTCOME.compareAndSet(this, null, end)) {
            return false;
        }
        var expiry = timer;
        if (expiry != null) {
            expiry.cancel();
        }
        core.ended(this, end, mailbox, admitted);
        return true;
    }

    /** The outcome, once the mailbox has said that there is one. */
    Outcome outcome() {
        var known = outcome;
        if (known == null) {
            throw new IllegalStateException("The task has not ended");
        }
        return known;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public String job() {
        return prepared.job();
    }

    @Override
    public String function() {
        return prepared.function();
    }

    @Override
    public String unique() {
        return prepared.unique();
    }

    @Override
    public Optional<JobHandle> handle() {
        return Optional.ofNullable(handle);
    }

    @Override
    public <C> Optional<C> context(Class<C> type) {
        return Optional.ofNullable(prepared.context()).filter(type::isInstance).map(type::cast);
    }

    @Override
    public ReturnCode returnCode() {
        var known = outcome;
        return known == null ? ReturnCode.IO_WAIT : known.returnCode();
    }

    /** {@return the server it was sent to, or would be} */
    ServerAddress server() {
        return route.server();
    }
}
