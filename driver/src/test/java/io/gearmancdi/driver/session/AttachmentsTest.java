package io.gearmancdi.driver.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.session.Scripted.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttachmentsTest {

    private final Attachments attachments = new Attachments(2);

    @Test
    void oneCallHearsEverythingOfItsJob() {
        var call = new Call();
        attachments.attach("H:1", call);

        assertThat(attachments.next("H:1")).isSameAs(call);
        assertThat(attachments.next("H:1")).isSameAs(call);
        assertThat(attachments.end("H:1")).isSameAs(call);
        assertThat(attachments.next("H:1")).isNull();
        assertThat(attachments.end("H:1")).isNull();
        assertThat(attachments.size()).isZero();
    }

    @Test
    void threeCallsHearInTurnsAndEndInTurns() {
        var calls = List.of(new Call(), new Call(), new Call());
        calls.forEach(call -> attachments.attach("H:1", call));

        for (int round = 0; round < 2; round++) {
            for (var call : calls) {
                assertThat(attachments.next("H:1")).isSameAs(call);
            }
        }
        for (var call : calls) {
            assertThat(attachments.end("H:1")).isSameAs(call);
        }
        assertThat(attachments.size()).isZero();
    }

    @Test
    void aCallThatIsAttachedLateHasItsTurnLast() {
        var early = new Call();
        var late = new Call();
        attachments.attach("H:1", early);
        assertThat(attachments.next("H:1")).isSameAs(early);

        attachments.attach("H:1", late);

        assertThat(attachments.next("H:1")).isSameAs(early);
        assertThat(attachments.next("H:1")).isSameAs(late);
    }

    @Test
    void drainingTellsEverybodyOnce() {
        var calls = List.of(new Call(), new Call(), new Call());
        attachments.attach("H:1", calls.get(0));
        attachments.attach("H:1", calls.get(1));
        attachments.attach("H:2", calls.get(2));
        var told = new ArrayList<JobCall>();

        attachments.drain(told::add);
        attachments.drain(told::add);

        assertThat(told).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(attachments.size()).isZero();
    }

    @Test
    void tombstonesAreBounded() {
        for (int i = 0; i < 100; i++) {
            var call = new Call();
            call.abandoned = true;
            attachments.attach("H:" + i, call);
        }

        assertThat(attachments.size()).isEqualTo(2);
        assertThat(attachments.next("H:97")).isNull();
        assertThat(attachments.next("H:98")).isNotNull();
        assertThat(attachments.next("H:99")).isNotNull();
    }
}
