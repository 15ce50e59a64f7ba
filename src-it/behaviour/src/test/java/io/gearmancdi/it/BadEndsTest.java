package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.JobResult;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import io.gearmancdi.spi.WorkListener;
import io.gearmancdi.spi.WorkloadCodec;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Jobs at whose end something breaks: they end all the same, and the only slot is free for the next. */
class BadEndsTest extends OnEveryServer {

    @Override
    Gearman.Builder settings(Gearman.Builder builder) {
        return builder.codec(new BrokenCodec()).workListener(new BrokenListener());
    }

    @Test
    void byAnExceptionWithoutAPrintableMessage() throws Exception {
        work("bad", job -> {
            throw new Unprintable();
        });

        assertFails(await(client().doJobAsync("bad", "one")), Unprintable.class);
        assertFails(await(client().doJobAsync("bad", "two")), Unprintable.class);
    }

    @Test
    void byAStageWithAnExceptionWithoutAPrintableMessage() throws Exception {
        work("bad", job -> CompletableFuture.failedFuture(new Unprintable()));

        assertFails(await(client().doJobAsync("bad", "one")), Unprintable.class);
        assertFails(await(client().doJobAsync("bad", "two")), Unprintable.class);
    }

    @Test
    void byAStageWhoseResultTheCodecCannotWrite() throws Exception {
        work("bad", job -> CompletableFuture.completedFuture(1));

        assertThat(await(client().doJobAsync("bad", "one")).returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
        assertThat(await(client().doJobAsync("bad", "two")).returnCode()).isEqualTo(ReturnCode.WORK_EXCEPTION);
    }

    @Test
    void byAListenerThatThrowsWhatItDoesNotDeclare() throws Exception {
        echo();

        assertThat(await(client().doJobAsync("echo", "sneaky")).text()).isEqualTo("sneaky");
        assertThat(await(client().doJobAsync("echo", "sneaky")).text()).isEqualTo("sneaky");
    }

    private static void assertFails(JobResult result, Class<?> thrown) {
        assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
        assertThat(result.failure().orElseThrow().message()).isEqualTo(thrown.getName());
    }

    private static final class Unprintable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    private static final class BrokenCodec implements WorkloadCodec {

        @Override
        public byte[] encode(Object value, Type type) {
            throw new NoClassDefFoundError("the codec of this test");
        }

        @Override
        public Object decode(byte[] payload, Type type) {
            throw new NoClassDefFoundError("the codec of this test");
        }
    }

    private static final class BrokenListener implements WorkListener {

        @Override
        public boolean wantsStarting() {
            return false;
        }

        @Override
        public boolean wantsExecuted() {
            return true;
        }

        @Override
        public void starting(WorkStarting event) {}

        @Override
        public void executed(WorkExecuted event) {
            if (event.job().text().equals("sneaky")) {
                BrokenListener.<RuntimeException>sneak(new Exception("not declared"));
            }
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
