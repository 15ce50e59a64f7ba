package io.gearmancdi.driver.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ExceptionPolicy;
import io.gearmancdi.JobFailure;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobEndTest {

    private static final int LONGEST = 4096;

    @Test
    void aResultCompletes() {
        var end = JobEnd.completed("H:1", "done".getBytes(UTF_8));

        assertThat(end.code()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(end.packets()).containsExactly(Packet.ofText(PacketType.WORK_COMPLETE, "H:1", "done"));
    }

    @Nested
    class SomethingThrown {

        @Test
        void isAnExceptionWithClassAndMessage() {
            var end = JobEnd.threw("H:1", new IllegalStateException("broken"), ExceptionPolicy.EXCEPTION);

            assertThat(end.code()).isEqualTo(ReturnCode.WORK_EXCEPTION);
            assertThat(end.packets())
                    .containsExactly(
                            Packet.ofText(PacketType.WORK_EXCEPTION, "H:1", "java.lang.IllegalStateException: broken"));
        }

        @Test
        void withoutAMessageIsItsClass() {
            var end = JobEnd.threw("H:1", new StackOverflowError(), ExceptionPolicy.EXCEPTION);

            assertThat(end.packets())
                    .containsExactly(Packet.ofText(PacketType.WORK_EXCEPTION, "H:1", "java.lang.StackOverflowError"));
        }

        @Test
        void isAWarningAndAFailureWhereThatIsThePolicy() {
            var end = JobEnd.threw("H:1", new IllegalStateException("broken"), ExceptionPolicy.FAIL);

            assertThat(end.code()).isEqualTo(ReturnCode.WORK_FAIL);
            assertThat(end.packets())
                    .containsExactly(
                            Packet.ofText(PacketType.WORK_WARNING, "H:1", "java.lang.IllegalStateException: broken"),
                            Packet.ofText(PacketType.WORK_FAIL, "H:1"));
        }

        @ParameterizedTest
        @EnumSource(ExceptionPolicy.class)
        void onPurposeIsAFailureAlways(ExceptionPolicy policy) {
            assertThat(JobEnd.threw("H:1", new JobFailure("no luck"), policy).packets())
                    .containsExactly(
                            Packet.ofText(PacketType.WORK_WARNING, "H:1", "no luck"),
                            Packet.ofText(PacketType.WORK_FAIL, "H:1"));
            assertThat(JobEnd.threw("H:1", new JobFailure(), policy).packets())
                    .containsExactly(Packet.ofText(PacketType.WORK_FAIL, "H:1"));
        }

        @Test
        void byAStageIsItsCause() {
            var cause = new JobFailure("no luck");

            assertThat(JobEnd.unwrap(new CompletionException(new ExecutionException(cause))))
                    .isSameAs(cause);
            assertThat(JobEnd.unwrap(cause)).isSameAs(cause);
        }
    }

    @Nested
    class ALongMessage {

        @Test
        void isCutAtFourKibibytes() {
            assertThat(message("x".repeat(5000))).hasSize(LONGEST).containsOnly((byte) 'x');
            assertThat(message("x".repeat(LONGEST))).hasSize(LONGEST);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ä", "€", "😀"})
        void isNeverCutWithinACharacter(String character) {
            for (int shift = 0; shift < 4; shift++) {
                var text = "x".repeat(shift) + character.repeat(5000);

                var message = message(text);

                assertThat(message.length).isBetween(LONGEST - 3, LONGEST);
                assertThat(text).startsWith(new String(message, UTF_8));
            }
        }

        private byte[] message(String reason) {
            return JobEnd.failed("H:1", reason).packets().get(0).data();
        }
    }
}
