package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ExceptionPolicy;
import io.gearmancdi.JobFailure;
import io.gearmancdi.JobOption;
import io.gearmancdi.ReturnCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program {@code gearman} as caller and as worker. */
class ProgramsTest extends OnEveryServer {

    @ParameterizedTest
    @ValueSource(strings = {"-I", "-L", "-P"})
    void callsAJobWrittenInJava(String option) throws Exception {
        work("reverse", job -> {
            job.sendData(">");
            job.sendStatus(1, 1);
            return new StringBuilder(job.text()).reverse();
        });

        var program = server.gearman("-f", "reverse", option, "drow");

        assertThat(program.ends(SOON)).isTrue();
        assertThat(program.exitCode()).isZero();
        assertThat(program.output()).contains(">").contains("word").contains("100% Complete");
    }

    @Test
    void submitsAJobInTheBackground() throws Exception {
        var ran = new CountDownLatch(1);
        work("run", job -> {
            assertThat(job.text()).isEqualTo("background");
            assertThat(job.unique()).contains("mine");
            ran.countDown();
            return null;
        });

        var program = server.gearman("-f", "run", "-b", "-u", "mine", "background");

        assertThat(program.ends(SOON)).isTrue();
        await(ran);
    }

    @Test
    void doesNotHangWhereAnExceptionIsToldAsAFailure() throws Exception {
        work(
                "throw",
                job -> {
                    throw new IllegalStateException("broken");
                },
                settings -> settings.withOnException(ExceptionPolicy.FAIL));

        var program = server.gearman("-f", "throw", "x");

        assertThat(program.ends(SOON)).as("the program ends").isTrue();
        assertThat(program.exitCode()).isNotZero();
        assertThat(program.output()).contains("broken");
    }

    @Test
    void hearsOfAFailure() throws Exception {
        work("fail", job -> {
            throw new JobFailure("no luck");
        });

        var program = server.gearman("-f", "fail", "x");

        assertThat(program.ends(SOON)).isTrue();
        assertThat(program.exitCode()).isNotZero();
    }

    @Test
    void worksForAClientInJava() {
        server.gearman("-w", "-f", "upper", "--", "tr", "a-z", "A-Z");

        var result = client().foreign().doJob("upper", "hello");

        assertThat(result.text()).isEqualTo("HELLO");
        assertThat(client().foreign().doJob("upper", "again").text()).isEqualTo("AGAIN");
    }

    @Test
    void failsForAClientInJava() {
        server.gearman("-w", "-f", "wrong", "--", "false");

        var result = client().foreign().doJob("wrong", "x", JobOption.timeout(Duration.ofSeconds(10)));

        assertThat(result.returnCode()).isEqualTo(ReturnCode.WORK_FAIL);
    }
}
