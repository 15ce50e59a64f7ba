package io.gearmancdi.driver.session;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.ECHO_REQ;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_UNIQ;
import static io.gearmancdi.protocol.PacketType.PRE_SLEEP;
import static io.gearmancdi.protocol.PacketType.SET_CLIENT_ID;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.driver.session.Scripted.Sink;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerSessionTest {

    private final Sink sink = new Sink();
    private final List<String> heard = new ArrayList<>();
    private final Places places = new Places();
    private final WorkerSession session = new WorkerSession(sink, places, new Heard());
    private Packet barrier;

    private void gets(PacketType type, String... arguments) {
        session.received(Packet.ofText(type, arguments));
    }

    private void getsJob(String handle) {
        gets(PacketType.JOB_ASSIGN_UNIQ, handle, "f", "u", "w");
    }

    private void ends(String handle) {
        session.ended(List.of(Packet.ofText(WORK_COMPLETE, handle, "done")));
        places.free++;
    }

    private List<PacketType> asks() {
        session.grab();
        return sink.takeTypes();
    }

    private void sleeps() {
        asks();
        gets(PacketType.NO_JOB);
        assertThat(sink.takeTypes()).containsExactly(PRE_SLEEP);
    }

    @Test
    void introducesItselfFirst() {
        session.open("me", List.of("a", "b"));

        assertThat(sink.take())
                .containsExactly(
                        Packet.ofText(SET_CLIENT_ID, "me"), Packet.ofText(CAN_DO, "a"), Packet.ofText(CAN_DO, "b"));
    }

    @Test
    void handsOverAJobWithAllItsParts() {
        asks();

        gets(PacketType.JOB_ASSIGN_UNIQ, "H:1", "f", "u", "w");

        assertThat(heard).containsExactly("assigned H:1 f u w");
    }

    @Nested
    class Asking {

        @Test
        void beginsWithOneAndDoublesAfterEachJob() {
            places.free = 100;
            assertThat(asks()).hasSize(1);
            getsJob("H:1");
            assertThat(asks()).hasSize(2);
            getsJob("H:2");
            getsJob("H:3");
            assertThat(asks()).hasSize(8);
            assertThat(asks()).isEmpty();
        }

        @Test
        void neverGoesBeyondTheFreeSlots() {
            places.free = 3;
            asks();
            for (int i = 1; i <= 3; i++) {
                getsJob("H:" + i);
                asks();
                assertThat(places.free).isNotNegative();
            }
            assertThat(places.reserved).isEqualTo(3);
            assertThat(asks()).isEmpty();

            ends("H:1");

            assertThat(sink.takeTypes()).containsExactly(WORK_COMPLETE);
            assertThat(asks()).containsExactly(GRAB_JOB_UNIQ);
        }

        @Test
        void beginsWithOneAgainAfterASilence() {
            places.free = 100;
            asks();
            getsJob("H:1");
            asks();
            gets(PacketType.NO_JOB);
            gets(PacketType.NO_JOB);
            gets(PacketType.NOOP);

            sink.takeTypes();
            assertThat(asks()).containsExactly(GRAB_JOB_UNIQ);
        }

        @Test
        void withoutHavingAskedIsARefusedAnswer() {
            assertThatThrownBy(() -> gets(PacketType.NO_JOB)).isInstanceOf(ProtocolException.class);
            assertThatThrownBy(() -> getsJob("H:1")).isInstanceOf(ProtocolException.class);
            assertThatThrownBy(() -> gets(PacketType.JOB_CREATED, "H:1")).isInstanceOf(ProtocolException.class);
        }
    }

    @Nested
    class Sleeping {

        @Test
        void isSaidOnlyWhenNothingIsOutstanding() {
            places.free = 4;
            asks();
            getsJob("H:1");
            assertThat(asks()).hasSize(2);

            gets(PacketType.NO_JOB);
            assertThat(sink.takeTypes()).isEmpty();
            gets(PacketType.NO_JOB);
            assertThat(sink.takeTypes()).containsExactly(PRE_SLEEP);
            assertThat(places.free).isEqualTo(3);
        }

        @Test
        void asksForNothing() {
            sleeps();

            assertThat(asks()).isEmpty();
        }

        @Test
        void endsWithACall() {
            sleeps();

            gets(PacketType.NOOP);

            assertThat(asks()).containsExactly(GRAB_JOB_UNIQ);
        }

        @Test
        void endsWithAPoll() {
            sleeps();

            session.poll();

            assertThat(asks()).containsExactly(GRAB_JOB_UNIQ);
        }
    }

    @Nested
    class FruitlessCalls {

        @Test
        void makeItPauseLongerEachTime() {
            sleeps();
            for (int i = 0; i < 3; i++) {
                gets(PacketType.NOOP);
                sleeps();
            }
            for (int i = 0; i < 9; i++) {
                gets(PacketType.NOOP);
                assertThat(asks()).hasSize(1);
                gets(PacketType.NO_JOB);
                assertThat(sink.takeTypes()).isEmpty();
                gets(PacketType.NOOP);
                assertThat(asks()).isEmpty();
                session.poll();
                // What is asked for after the pause answers the call that came in it
                assertThat(asks()).hasSize(1);
                gets(PacketType.NO_JOB);
                sink.takeTypes();
                session.poll();
            }

            assertThat(heard).isNotEmpty().allMatch(line -> line.startsWith("pause "));
            var pauses =
                    heard.stream().map(line -> Long.valueOf(line.substring(6))).toList();
            assertThat(pauses).isSorted().startsWith(5_000_000L, 10_000_000L);
            assertThat(Collections.max(pauses)).isEqualTo(320_000_000L);
        }

        @Test
        void areForgottenWithTheNextJob() {
            sleeps();
            for (int i = 0; i < 3; i++) {
                gets(PacketType.NOOP);
                sleeps();
            }
            gets(PacketType.NOOP);
            asks();
            getsJob("H:1");
            ends("H:1");
            asks();
            gets(PacketType.NO_JOB);
            assertThat(sink.takeTypes()).contains(PRE_SLEEP);

            gets(PacketType.NOOP);
            sleeps();

            assertThat(heard).noneMatch(line -> line.startsWith("pause"));
        }
    }

    @Nested
    class Draining {

        @Test
        void ofAnIdleSessionIsAnEchoAtOnce() {
            sleeps();

            session.drain();
            takesBarrier();
            assertThat(heard).isEmpty();
            session.received(Packet.of(PacketType.ECHO_RES, barrier.data()));

            assertThat(heard).containsExactly("drained");
        }

        @Test
        void waitsForEveryAnswerAndEveryJob() {
            places.free = 4;
            asks();
            getsJob("H:1");
            asks();
            session.drain();
            assertThat(sink.takeTypes()).isEmpty();

            getsJob("H:2");
            assertThat(asks()).isEmpty();
            ends("H:1");
            assertThat(sink.takeTypes()).containsExactly(WORK_COMPLETE);
            gets(PacketType.NO_JOB);
            assertThat(sink.takeTypes()).isEmpty();
            ends("H:2");

            assertThat(sink.take()).extracting(Packet::type).containsExactly(WORK_COMPLETE, ECHO_REQ);
            assertThat(asks()).isEmpty();
        }

        @Test
        void waitsForTheAnswerThatIsUnderWay() {
            asks();

            session.drain();
            assertThat(sink.takeTypes()).isEmpty();
            gets(PacketType.NO_JOB);

            assertThat(sink.takeTypes()).containsExactly(ECHO_REQ);
        }

        @Test
        void runsTheJobThatWasUnderWay() {
            asks();
            session.drain();

            getsJob("H:1");
            assertThat(sink.takeTypes()).isEmpty();
            ends("H:1");

            assertThat(heard).hasSize(1);
            assertThat(sink.takeTypes()).containsExactly(WORK_COMPLETE, ECHO_REQ);
        }

        @Test
        void isNotEndedByTheEchoOfAHeartbeat() {
            session.ping();
            var ping = sink.take().get(0);
            session.drain();
            takesBarrier();

            session.received(Packet.of(PacketType.ECHO_RES, ping.data()));
            assertThat(heard).isEmpty();
            session.received(Packet.of(PacketType.ECHO_RES, barrier.data()));

            assertThat(heard).containsExactly("drained");
        }

        @Test
        void isStartedOnce() {
            session.drain();
            session.drain();

            assertThat(sink.takeTypes()).containsExactly(ECHO_REQ);
        }

        @Test
        void isNotTroubledByACall() {
            session.drain();
            takesBarrier();

            gets(PacketType.NOOP);
            session.poll();

            assertThat(asks()).isEmpty();
        }

        private void takesBarrier() {
            var sent = sink.take();
            assertThat(sent).extracting(Packet::type).containsExactly(ECHO_REQ);
            barrier = sent.get(0);
        }
    }

    @Test
    void aLostConnectionGivesBackTheSlotsThatWereToBeFilled() {
        places.free = 4;
        asks();
        getsJob("H:1");
        asks();
        assertThat(places.free).isEqualTo(1);

        session.lost();

        assertThat(places.free).isEqualTo(3);
        assertThat(asks()).isEmpty();
    }

    @Nested
    class OfASilentServer {

        @Test
        void givesBackTheSlotsThatWereToBeFilledAndAsksForNothing() {
            asks();
            session.suspend();

            assertThat(places.free).isEqualTo(1);
            assertThat(asks()).isEmpty();
            assertThat(session.isSuspended()).isTrue();
        }

        @Test
        void takesAJobThatComesLate() {
            asks();
            session.suspend();
            places.free--;
            getsJob("H:late");

            assertThat(heard).containsExactly("assigned H:late f u w");
            assertThat(places.free).as("one more than there are slots").isEqualTo(-1);
            assertThat(session.isSuspended()).isFalse();
        }

        @Test
        void givesNoSlotBackTwice() {
            asks();
            session.suspend();
            session.suspend();
            gets(PacketType.NO_JOB);

            assertThat(places.free).isEqualTo(1);
            session.poll();
            assertThat(asks()).containsExactly(PRE_SLEEP, GRAB_JOB_UNIQ);
            session.lost();
            assertThat(places.free).isEqualTo(1);
        }

        @Test
        void isGivenUpByADrain() {
            asks();
            session.suspend();
            assertThat(session.isGivenUp()).isFalse();

            session.drain();
            assertThat(session.isGivenUp()).isTrue();
        }

        @Test
        void isGivenUpByADrainToWhoseEndItSaysNothing() {
            session.drain();
            assertThat(session.isAsked()).isTrue();

            session.suspend();
            assertThat(session.isGivenUp()).isTrue();
        }

        @Test
        void isNotGivenUpWhileAJobRunsNorBeforeItHasReadTheEndOfIt() {
            places.free = 2;
            asks();
            getsJob("H:1");
            asks();
            session.suspend();
            session.drain();
            assertThat(session.isGivenUp()).isFalse();

            ends("H:1");
            assertThat(session.isGivenUp()).isFalse();
        }

        @Test
        void isGivenUpWhenTheEndOfTheLastJobWasReadForSure() {
            places.free = 2;
            asks();
            getsJob("H:1");
            assertThat(asks()).as("before the end").isNotEmpty();
            ends("H:1");
            gets(PacketType.NO_JOB);
            session.poll();
            asks();
            session.suspend();
            session.drain();
            assertThat(session.isGivenUp())
                    .as("its answer may be older than the end")
                    .isFalse();

            gets(PacketType.NO_JOB);
            session.suspend();
            assertThat(session.isGivenUp()).isTrue();
        }

        @Test
        void givesNoSlotBackTwiceWhenItsConnectionIsLost() {
            asks();
            session.suspend();
            session.lost();

            assertThat(places.free).isEqualTo(1);
        }
    }

    private static final class Places implements Slots {

        int free = 1;
        int reserved;

        @Override
        public boolean tryReserve() {
            if (free == 0) {
                return false;
            }
            free--;
            reserved++;
            return true;
        }

        @Override
        public void reserveLate() {
            free--;
        }

        @Override
        public void release() {
            free++;
        }
    }

    private final class Heard implements WorkerSession.Effects {

        @Override
        public void assigned(Assignment job) {
            heard.add("assigned " + job.handle() + " " + job.function() + " " + job.unique() + " "
                    + new String(job.payload(), UTF_8));
        }

        @Override
        public void pause(long nanos) {
            heard.add("pause " + nanos);
        }

        @Override
        public void drained() {
            heard.add("drained");
        }

        @Override
        public void serverError(String code, String text) {
            heard.add("error " + code + " " + text);
        }
    }
}
