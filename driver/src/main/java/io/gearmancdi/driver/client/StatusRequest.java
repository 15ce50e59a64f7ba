package io.gearmancdi.driver.client;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobStatus.State;
import io.gearmancdi.driver.session.ClientSession;
import io.gearmancdi.driver.session.Loss;
import io.gearmancdi.driver.session.StatusCall;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One question for the state of a job. */
final class StatusRequest extends StatusCall implements ServerRequest {

    private final ClientCore core;
    private final String what;
    private final Route route;
    private final BiConsumer<ClientSession, StatusCall> question;
    private final CompletableFuture<DefaultJobStatus> answer = new CompletableFuture<>();

    /**
     * @param what the subject, for errors
     * @param question puts it to a session
     */
    StatusRequest(ClientCore core, String what, Route route, BiConsumer<ClientSession, StatusCall> question) {
        this.core = core;
        this.what = what;
        this.route = route;
        this.question = question;
    }

    CompletableFuture<DefaultJobStatus> answer() {
        return answer;
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public void sendOn(ClientSession session) {
        question.accept(session, this);
    }

    @Override
    public boolean isOver() {
        return answer.isDone();
    }

    @Override
    protected void answered(boolean known, boolean running, long numerator, long denominator) {
        var state = !known ? State.UNKNOWN : running ? State.RUNNING : State.QUEUED;
        answer.complete(new DefaultJobStatus(state, numerator, denominator, false));
    }

    @Override
    protected void refused(String code, String text) {
        fail(core.failures.refused(what, route.server(), code, text));
    }

    @Override
    protected void lost(Loss loss, @Nullable Throwable cause) {
        // A question may be put again, to whatever server has come back
        if (route.restart(cause)) {
            core.servers.route(this);
        } else {
            unreachable();
        }
    }

    @Override
    public void unreachable() {
        fail(core.failures.unreachable(what, route));
    }

    @Override
    public void closed() {
        fail(core.failures.closed());
    }

    private void fail(GearmanException cause) {
        answer.completeExceptionally(cause);
    }
}
