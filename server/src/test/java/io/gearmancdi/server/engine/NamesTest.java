package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.SET_CLIENT_ID;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.AdminProtocol.FunctionStatus;
import io.gearmancdi.protocol.AdminProtocol.PriorityStatus;
import io.gearmancdi.protocol.AdminProtocol.WorkerStatus;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Names are bytes, in packets and in text. */
class NamesTest {
    private static final String LATIN = "gr\u00f6\u00dfe";

    private final Stage stage = new Stage();
    private final Stage.Actor peer = stage.actor();

    private String answer(String line) {
        peer.sees();
        return String.join("", peer.types(line).sees());
    }

    @Nested
    class InText {
        @Test
        void areShownAsTheyAre() {
            peer.sendsBytes(CAN_DO, LATIN).sendsBytes(SET_CLIENT_ID, LATIN);

            assertThat(answer("status")).isEqualTo(LATIN + "\t0\t0\t1\n.\n");
            assertThat(answer("prioritystatus")).isEqualTo(LATIN + "\t0\t0\t0\t1\n.\n");
            assertThat(answer("workers")).isEqualTo("1 127.0.0.1 " + LATIN + " : " + LATIN + "\n.\n");
        }

        @Test
        void areFoundByTheirBytes() {
            peer.sendsBytes(SUBMIT_JOB_BG, LATIN, "", "x");

            answer("maxqueue " + LATIN + " 1");
            assertThat(peer.sendsBytes(SUBMIT_JOB_BG, LATIN, "", "x").sees())
                    .containsExactly("ERROR QUEUE_ERROR Job queue is full");
            answer("cancel job H:test:1");
            assertThat(answer("drop function " + LATIN)).isEqualTo("OK\r\n");
        }

        @Test
        void areCreatedByTheirBytes() {
            answer("create function " + LATIN);

            assertThat(answer("status")).isEqualTo(LATIN + "\t0\t0\t0\n.\n");
        }

        @Test
        void withTabsLeaveTablesParseable() {
            peer.sends(CAN_DO, "dev\tf").sends(SUBMIT_JOB_BG, "dev\tf", "", "x");

            assertThat(FunctionStatus.parse(row("status"))).isEqualTo(new FunctionStatus("dev\tf", 1, 0, 1));
            assertThat(PriorityStatus.parse(row("prioritystatus"))).isEqualTo(new PriorityStatus("dev\tf", 0, 1, 0, 1));
            assertThat(WorkerStatus.parse(row("workers")).functions()).containsExactly("dev\tf");
        }

        private String row(String command) {
            return answer(command).lines().findFirst().orElseThrow();
        }
    }

    @Nested
    class Uniques {
        @Test
        void areShownAsTheyAre() {
            peer.sendsBytes(SUBMIT_JOB_BG, "f", LATIN, "x").sends(SUBMIT_JOB_BG, "f", "", "x");

            assertThat(answer("show unique jobs")).isEqualTo(LATIN + "\n\n.\n");
        }

        @Test
        void breakNoLinesAndEndNoTable() {
            peer.sends(SUBMIT_JOB_BG, "f", "a\nb\r", "x").sends(SUBMIT_JOB_BG, "f", ".", "x");

            assertThat(answer("show unique jobs")).isEqualTo("a\\x0ab\\x0d\n\\x2e\n.\n");
        }
    }

    @Nested
    class OfClients {
        @Test
        void haveSoManyBytes() {
            peer.sends(SET_CLIENT_ID, "\u00fc".repeat(100));

            var shown = answer("workers").split(" ", -1)[2];
            assertThat(shown).hasSize(127);
        }

        @Test
        void breakNoLine() {
            peer.sends(SET_CLIENT_ID, "a b\nc\u0001d");

            assertThat(answer("workers")).isEqualTo("1 127.0.0.1 a_b_c_d :\n.\n");
        }
    }

    @Nested
    class Hashes {
        @Test
        void areNotThoseThatAnybodyCanWorkOut() {
            var hashes = new HashSet<Integer>();
            int names = 1 << 12;
            for (int bits = 0; bits < names; bits++) {
                var name = new StringBuilder();
                for (int bit = 0; bit < 12; bit++) {
                    name.append((bits >> bit & 1) == 0 ? "Aa" : "BB"); // equal to String.hashCode and Arrays.hashCode
                }
                hashes.add(Hash.of(name.toString().getBytes(StandardCharsets.US_ASCII)));
            }

            assertThat(hashes).hasSizeGreaterThan(names - 10);
        }

        @Test
        void tellLengthsAndPlacesApart() {
            var hashes = new HashSet<Integer>();
            for (int length = 0; length < 40; length++) {
                hashes.add(Hash.of(new byte[length]));
                for (int place = 0; place < length; place++) {
                    var one = new byte[length];
                    one[place] = 1;
                    hashes.add(Hash.of(one));
                }
            }

            assertThat(hashes).hasSizeGreaterThan(40 + 780 - 3);
            assertThat(List.of(Hash.of(new byte[] {1, 2}))).containsExactly(Hash.of(new byte[] {1, 2}));
        }
    }
}
