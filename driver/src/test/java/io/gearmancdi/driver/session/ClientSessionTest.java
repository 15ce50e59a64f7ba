package io.gearmancdi.driver.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.driver.session.Scripted.Call;
import io.gearmancdi.driver.session.Scripted.Question;
import io.gearmancdi.driver.session.Scripted.Sink;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.ProtocolException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClientSessionTest {

    private final Sink sink = new Sink();
    private final List<String> errors = new ArrayList<>();
    private final ClientSession session = new ClientSession(sink, 3, (code, text) -> errors.add(code + " " + text));

    private Call submits(Call call) {
        session.submit(Packet.ofText(PacketType.SUBMIT_JOB, "f", "u", "w"), call);
        return call;
    }

    private Call accepted(String handle) {
        var call = submits(new Call());
        gets(PacketType.JOB_CREATED, handle);
        return call;
    }

    private void gets(PacketType type, String... arguments) {
        session.received(Packet.ofText(type, arguments));
    }

    @Test
    void asksForExceptionsFirst() {
        session.open();

        assertThat(sink.take()).containsExactly(Packet.ofText(PacketType.OPTION_REQ, "exceptions"));
        gets(PacketType.OPTION_RES, "exceptions");
        assertThat(session.isIdle()).isTrue();
    }

    @Test
    void anOldServerMayRefuseExceptions() {
        session.open();
        var call = submits(new Call());

        gets(PacketType.ERROR, "ERR_UNKNOWN_OPTION", "what?");
        gets(PacketType.JOB_CREATED, "H:1");

        assertThat(call.heard).containsExactly("created H:1");
        assertThat(errors).isEmpty();
    }

    @Nested
    class WhatWaitsToBeWritten {

        @Test
        void isWrittenAtOnceWhereNoAnswerIsOwed() {
            submits(new Call());

            assertThat(session.isAskedBefore()).isFalse();
        }

        @Test
        void mayFollowAnAnswerThatIsOwed() {
            submits(new Call());
            submits(new Call());

            assertThat(session.isAskedBefore()).isTrue();
            gets(PacketType.JOB_CREATED, "H:1");
            assertThat(session.isAskedBefore()).isFalse();
        }

        @Test
        void mustBeWrittenWhenAllAnswersHaveCome() {
            submits(new Call());
            long written = sink.bytes();
            submits(new Call());

            assertThat(session.isWaiting(written)).isFalse();
            gets(PacketType.JOB_CREATED, "H:1");

            assertThat(session.isWaiting(written)).isTrue();
            assertThat(session.isWaiting(sink.bytes())).isFalse();
        }

        @Test
        void isNothingWhereNothingIsAsked() {
            assertThat(session.isWaiting(0)).isFalse();
            assertThat(session.isAskedBefore()).isFalse();
        }
    }

    @Nested
    class Answers {

        @Test
        void belongToRequestsInTheirOrder() {
            var first = submits(new Call());
            var background = submits(Call.inBackground());
            var question = new Question();
            session.status("H:9", question);
            session.ping();
            var last = submits(new Call());

            gets(PacketType.JOB_CREATED, "H:1");
            gets(PacketType.JOB_CREATED, "H:2");
            gets(PacketType.STATUS_RES, "H:9", "1", "1", "3", "4");
            gets(PacketType.ECHO_RES, "gearman-cdi");
            gets(PacketType.JOB_CREATED, "H:3");

            assertThat(first.heard).containsExactly("created H:1");
            assertThat(background.heard).containsExactly("created H:2");
            assertThat(question.heard).containsExactly("known running 3/4");
            assertThat(last.heard).containsExactly("created H:3");
        }

        @Test
        void maySayThatTheServerRefuses() {
            var first = submits(new Call());
            var second = submits(new Call());
            var question = new Question();
            session.statusByUnique("u", question);

            gets(PacketType.ERROR, "QUEUE_ERROR", "full");
            gets(PacketType.JOB_CREATED, "H:2");
            gets(PacketType.ERROR, "OTHER", "text");

            assertThat(first.heard).containsExactly("refused QUEUE_ERROR full");
            assertThat(second.heard).containsExactly("created H:2");
            assertThat(question.heard).containsExactly("refused OTHER text");
            assertThat(errors).isEmpty();
        }

        @Test
        void toNobodyAreAnError() {
            gets(PacketType.ERROR, "SOME", "thing");

            assertThat(errors).containsExactly("SOME thing");
            assertThatThrownBy(() -> gets(PacketType.JOB_CREATED, "H:1")).isInstanceOf(ProtocolException.class);
            assertThatThrownBy(() -> gets(PacketType.ECHO_RES, "x")).isInstanceOf(ProtocolException.class);
        }

        @Test
        void ofTheWrongKindLoseNoCaller() {
            var call = submits(new Call());

            assertThatThrownBy(() -> gets(PacketType.STATUS_RES, "H:1", "1", "1", "0", "0"))
                    .isInstanceOf(ProtocolException.class);
            session.lost(Sink.SIZE, null);

            assertThat(call.heard).containsExactly("lost UNANSWERED");
        }

        @ParameterizedTest
        @MethodSource("io.gearmancdi.driver.session.ClientSessionTest#badHandles")
        void withABadHandleAreRefused(String handle) {
            submits(new Call());

            assertThatThrownBy(() -> gets(PacketType.JOB_CREATED, handle)).isInstanceOf(ProtocolException.class);
        }

        @Test
        void withNumbersThatAreNoneCountAsZero() {
            var question = new Question();
            session.status("H:1", question);

            gets(PacketType.STATUS_RES, "H:1", "1", "0", "many", "");

            assertThat(question.heard).containsExactly("known waiting 0/0");
        }

        @ParameterizedTest
        @EnumSource(
                value = PacketType.class,
                names = {"NOOP", "NO_JOB"})
        void forWorkersAreRefused(PacketType type) {
            assertThatThrownBy(() -> gets(type)).isInstanceOf(ProtocolException.class);
        }
    }

    static Stream<String> badHandles() {
        return Stream.of("", "h".repeat(64));
    }

    @Nested
    class Updates {

        @ParameterizedTest
        @MethodSource("io.gearmancdi.driver.session.ClientSessionTest#ends")
        void reachTheirCallUntilItsEnd(PacketType end, List<String> arguments, String heard) {
            var call = accepted("H:1");
            var other = accepted("H:2");

            gets(PacketType.WORK_STATUS, "H:1", "1", "2");
            gets(PacketType.WORK_DATA, "H:1", "part");
            gets(PacketType.WORK_WARNING, "H:1", "careful");
            gets(end, arguments.toArray(String[]::new));
            gets(PacketType.WORK_DATA, "H:1", "too late");

            assertThat(call.heard).containsExactly("created H:1", "status 1/2", "data part", "warning careful", heard);
            assertThat(other.heard).containsExactly("created H:2");
            assertThat(session.isIdle()).isFalse();
        }

        @Test
        void ofAHandleWithATrailingNulReachTheirCall() {
            var call = submits(new Call());

            gets(PacketType.JOB_CREATED, "H:1\0");
            gets(PacketType.WORK_COMPLETE, "H:1", "done");

            assertThat(call.heard).containsExactly("created H:1", "completed done");
        }

        @Test
        void ofStrangersAreIgnored() {
            gets(PacketType.WORK_DATA, "H:7", "x");
            gets(PacketType.WORK_COMPLETE, "H:7", "x");
            gets(PacketType.WORK_FAIL, "H:7");

            assertThat(session.isIdle()).isTrue();
        }

        @Test
        void afterAnExceptionMayBringAFailureToo() {
            var call = accepted("H:1");

            gets(PacketType.WORK_EXCEPTION, "H:1", "broken");
            gets(PacketType.WORK_FAIL, "H:1");

            assertThat(call.heard).containsExactly("created H:1", "excepted broken");
            assertThat(session.isIdle()).isTrue();
        }

        @Test
        void ofBackgroundJobsReachNobody() {
            var call = submits(Call.inBackground());
            gets(PacketType.JOB_CREATED, "H:1");

            gets(PacketType.WORK_COMPLETE, "H:1", "x");

            assertThat(call.heard).containsExactly("created H:1");
            assertThat(session.isIdle()).isTrue();
        }
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(PacketType.WORK_COMPLETE, List.of("H:1", "done"), "completed done"),
                Arguments.of(PacketType.WORK_FAIL, List.of("H:1"), "failed"),
                Arguments.of(PacketType.WORK_EXCEPTION, List.of("H:1", "broken"), "excepted broken"));
    }

    @Nested
    class EqualCalls {

        @Test
        void hearTheCopyOfTheirTurn() {
            var first = accepted("H:1");
            var second = accepted("H:1");

            for (var data : List.of("a", "a", "b", "b")) {
                gets(PacketType.WORK_DATA, "H:1", data);
            }
            gets(PacketType.WORK_STATUS, "H:1", "1", "2");
            gets(PacketType.WORK_STATUS, "H:1", "1", "2");
            gets(PacketType.WORK_COMPLETE, "H:1", "x");
            assertThat(session.isIdle()).isFalse();
            gets(PacketType.WORK_COMPLETE, "H:1", "x");

            var heard = List.of("created H:1", "data a", "data b", "status 1/2", "completed x");
            assertThat(first.heard).isEqualTo(heard);
            assertThat(second.heard).isEqualTo(heard);
            assertThat(session.isIdle()).isTrue();
        }

        @Test
        void ofWhichOneWasAbandonedKeepTheirCopies() {
            var first = accepted("H:1");
            var second = accepted("H:1");
            first.abandoned = true;
            session.abandoned("H:1");

            for (var data : List.of("a", "a", "b", "b")) {
                gets(PacketType.WORK_DATA, "H:1", data);
            }
            gets(PacketType.WORK_COMPLETE, "H:1", "x");
            gets(PacketType.WORK_COMPLETE, "H:1", "x");

            assertThat(first.heard).containsExactly("created H:1");
            assertThat(second.heard).containsExactly("created H:1", "data a", "data b", "completed x");
        }
    }

    @Nested
    class AbandonedCalls {

        @Test
        void areForgottenBeyondTheBound() {
            for (int i = 1; i <= 10; i++) {
                accepted("H:" + i).abandoned = true;
                session.abandoned("H:" + i);
            }
            for (int i = 8; i <= 10; i++) {
                assertThat(session.isIdle()).isFalse();
                gets(PacketType.WORK_COMPLETE, "H:" + i, "x");
            }

            assertThat(session.isIdle()).isTrue();
        }

        @Test
        void thatAreAbandonedBeforeTheirAcceptanceAreBoundedToo() {
            for (int i = 1; i <= 10; i++) {
                var call = submits(new Call());
                call.abandoned = true;
                gets(PacketType.JOB_CREATED, "H:" + i);
            }
            for (int i = 8; i <= 10; i++) {
                gets(PacketType.WORK_COMPLETE, "H:" + i, "x");
            }

            assertThat(session.isIdle()).isTrue();
        }

        @Test
        void beyondTheBoundTakeNoLivingCallAway() {
            var abandoned = accepted("H:1");
            var living = accepted("H:1");
            abandoned.abandoned = true;
            session.abandoned("H:1");
            for (int i = 2; i <= 10; i++) {
                accepted("H:" + i).abandoned = true;
                session.abandoned("H:" + i);
            }

            gets(PacketType.WORK_COMPLETE, "H:1", "x");
            gets(PacketType.WORK_COMPLETE, "H:1", "x");

            assertThat(living.heard).containsExactly("created H:1", "completed x");
        }
    }

    @Nested
    class ALostConnection {

        @Test
        void tellsEveryCallHowFarItHadCome() {
            var ended = accepted("H:1");
            gets(PacketType.WORK_COMPLETE, "H:1", "x");
            var accepted = accepted("H:2");
            var background = submits(Call.inBackground());
            gets(PacketType.JOB_CREATED, "H:3");
            long before = sink.bytes();
            var written = submits(new Call());
            var begun = submits(new Call());
            var queued = submits(new Call());
            var question = new Question();
            session.status("H:1", question);

            session.lost(before + Sink.SIZE + 1, null);

            assertThat(ended.heard).containsExactly("created H:1", "completed x");
            assertThat(accepted.heard).containsExactly("created H:2", "lost ACCEPTED");
            assertThat(background.heard).containsExactly("created H:3");
            assertThat(written.heard).containsExactly("lost UNANSWERED");
            assertThat(begun.heard).containsExactly("lost UNANSWERED");
            assertThat(queued.heard).containsExactly("lost NOT_SENT");
            assertThat(question.heard).containsExactly("lost NOT_SENT");
            assertThat(session.isIdle()).isTrue();
        }

        @Test
        void tellsAllEqualCalls() {
            var first = accepted("H:1");
            var second = accepted("H:1");

            session.lost(sink.bytes(), null);
            session.lost(sink.bytes(), null);

            assertThat(first.heard).containsExactly("created H:1", "lost ACCEPTED");
            assertThat(second.heard).containsExactly("created H:1", "lost ACCEPTED");
        }

        @Test
        void saysWhy() {
            var cut = submits(new Call());
            var accepted = accepted("H:1");
            var why = new IOException("cut");

            session.lost(sink.bytes(), why);

            assertThat(cut.cause).isSameAs(why);
            assertThat(accepted.cause).isSameAs(why);
        }

        @Test
        void lastWrittenByteCounts() {
            var call = submits(new Call());
            session.lost(0, null);

            assertThat(call.heard).containsExactly("lost NOT_SENT");
        }
    }
}
