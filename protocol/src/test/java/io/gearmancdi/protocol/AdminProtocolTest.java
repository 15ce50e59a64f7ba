package io.gearmancdi.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gearmancdi.protocol.AdminProtocol.FunctionStatus;
import io.gearmancdi.protocol.AdminProtocol.JobStatus;
import io.gearmancdi.protocol.AdminProtocol.PriorityStatus;
import io.gearmancdi.protocol.AdminProtocol.WorkerStatus;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminProtocolTest {
    @Nested
    class Status {
        @Test
        void isFourColumnsBetweenTabs() {
            var row = new FunctionStatus("resize", 3, 1, 2);

            assertThat(row.format()).isEqualTo("resize\t3\t1\t2");
            assertThat(FunctionStatus.parse("resize\t3\t1\t2")).isEqualTo(row);
        }

        @Test
        void takesAnyNameOfAFunction() {
            assertThat(FunctionStatus.parse("a\tb\t3\t1\t2")).isEqualTo(new FunctionStatus("a\tb", 3, 1, 2));
            assertThat(FunctionStatus.parse("\t3\t1\t2")).isEqualTo(new FunctionStatus("", 3, 1, 2));
        }

        @Test
        void takesTheCountersThatGearmandLetsOverflow() {
            assertThat(FunctionStatus.parse("f\t0\t4294967295\t1").running()).isEqualTo(4294967295L);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", ".", "f", "f\t1", "f\t1\t2", "f\t1\t2\tx", "f\t1\t\t2", "f\t1\t2\t99999999999999999999"})
        void refusesAnythingElse(String line) {
            assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> FunctionStatus.parse(line));
        }
    }

    @Nested
    class Workers {
        @Test
        void areConnectionAddressNameAndFunctions() {
            var row = new WorkerStatus(38, "127.0.0.1", "java-1", List.of("resize", "crop"));

            assertThat(row.format()).isEqualTo("38 127.0.0.1 java-1 : resize crop");
            assertThat(WorkerStatus.parse(row.format())).isEqualTo(row);
        }

        @Test
        void mayOfferNothing() {
            var row = new WorkerStatus(38, "127.0.0.1", "-", List.of());

            assertThat(row.format()).isEqualTo("38 127.0.0.1 - :");
            assertThat(WorkerStatus.parse("38 127.0.0.1 - :")).isEqualTo(row);
            assertThat(WorkerStatus.parse("38 127.0.0.1 - : ")).isEqualTo(row);
        }

        @Test
        void mayHaveBlanksInTheirNamesOrNone() {
            assertThat(WorkerStatus.parse("38 ::1 my worker : f"))
                    .isEqualTo(new WorkerStatus(38, "::1", "my worker", List.of("f")));
            assertThat(WorkerStatus.parse("38 ::1  : f")).isEqualTo(new WorkerStatus(38, "::1", "", List.of("f")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "38", "38 127.0.0.1", "38 127.0.0.1 -", "x 127.0.0.1 - : f"})
        void refuseAnythingElse(String line) {
            assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> WorkerStatus.parse(line));
        }
    }

    @Nested
    class Priorities {
        @Test
        void areFiveColumnsBetweenTabs() {
            var row = new PriorityStatus("resize", 3, 1, 2, 4);

            assertThat(row.format()).isEqualTo("resize\t3\t1\t2\t4");
            assertThat(PriorityStatus.parse("a\tb\t3\t1\t2\t4")).isEqualTo(new PriorityStatus("a\tb", 3, 1, 2, 4));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "f\t1\t2\t3", "f\t1\t2\t3\tx", "1\t2\t3\t4"})
        void refuseAnythingElse(String line) {
            assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> PriorityStatus.parse(line));
        }
    }

    @Nested
    class Jobs {
        @Test
        void areHandleRetriesAndTwoFlags() {
            var row = new JobStatus("H:host:1", 2, false, true);

            assertThat(row.format()).isEqualTo("H:host:1\t2\t0\t1");
            assertThat(JobStatus.parse(row.format())).isEqualTo(row);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\t1\t0\t1", "H:host:1\t2\t0", "H:host:1\t2\t0\tyes"})
        void refuseAnythingElse(String line) {
            assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> JobStatus.parse(line));
        }

        @Test
        void refuseAHandleThatNoServerGives() {
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(() -> JobStatus.parse("H".repeat(64) + "\t0\t0\t0"));
        }
    }

    @Test
    void anErrorIsNoRowOfATable() {
        assertThat(AdminProtocol.isError("ERR UNKNOWN_COMMAND Unknown+server+commandx"))
                .isTrue();
        assertThat(AdminProtocol.isError("ERR function\t1\t0\t0")).isFalse();
        assertThat(AdminProtocol.isError(AdminProtocol.DONE)).isFalse();
    }

    @Test
    void theVersionFollowsOk() {
        assertThat(AdminProtocol.formatVersion("1.2")).isEqualTo("OK 1.2");
        assertThat(AdminProtocol.parseVersion("OK 1.1.20+ds")).isEqualTo("1.1.20+ds");
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> AdminProtocol.parseVersion("ERR UNKNOWN_COMMAND"));
    }
}
