package io.gearmancdi.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.WrongMagic;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnexpectedTest {
    private final Stage stage = new Stage();
    private final Stage.Actor peer = stage.actor();

    @ParameterizedTest
    @EnumSource(
            names = {
                "UNUSED",
                "NOOP",
                "JOB_CREATED",
                "NO_JOB",
                "JOB_ASSIGN",
                "ECHO_RES",
                "ERROR",
                "STATUS_RES",
                "ALL_YOURS",
                "OPTION_RES",
                "JOB_ASSIGN_UNIQ",
                "SUBMIT_JOB_SCHED",
                "JOB_ASSIGN_ALL",
                "STATUS_RES_UNIQUE"
            })
    void whatNoPeerMaySendIsAnError(PacketType type) {
        var arguments = Collections.nCopies(type.arguments().size(), "x").toArray(String[]::new);

        assertThat(peer.asks(type, arguments)).containsExactly("ERROR INVALID_COMMAND Command not expected");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsTooStrangeForTheEngine(PacketType type) {
        for (var argument : new String[] {"", "x", "\0", "9".repeat(100), "-1", "H:test:1"}) {
            var arguments =
                    Collections.nCopies(type.arguments().size(), argument).toArray(String[]::new);

            peer.sends(type, arguments).sends(type, arguments);
        }

        peer.leaves();
        assertThat(stage.actor().types("version").sees()).containsExactly("OK 1.2.3\n");
    }

    @Test
    void theMagicOfAResponseIsAnError() {
        var stranger = stage.actor();
        stage.engine()
                .receive(stage.engine().connect(stranger, "::1"), new WrongMagic(Packet.of(PacketType.GRAB_JOB)), 0);

        assertThat(stranger.sees()).containsExactly("ERROR INVALID_MAGIC Request magic expected");
    }

    @Test
    void anEchoComesBack() {
        assertThat(peer.asks(PacketType.ECHO_REQ, "a\0b")).containsExactly("ECHO_RES a~b");
        assertThat(peer.asks(PacketType.ECHO_REQ, "")).containsExactly("ECHO_RES ");
    }
}
