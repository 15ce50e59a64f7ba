package io.gearmancdi.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.server.engine.Outlet;
import io.gearmancdi.server.engine.Table;
import java.nio.ByteBuffer;

/** A peer to which only what can be sent is sent. */
final class CheckedOutlet implements Outlet {

    private String handle = "";

    /** {@return the handle of the job that came last} */
    String handle() {
        return handle;
    }

    @Override
    public void send(Packet packet) {
        assertThat(packet.type().fromServer())
                .as("%s of a server", packet.type())
                .isTrue();
        var encoder = Encoder.of(Magic.RESPONSE);
        encoder.write(packet, ByteBuffer.allocate(encoder.length(packet)));
        if (packet.type() == PacketType.JOB_ASSIGN) {
            handle = packet.text(0);
        }
    }

    @Override
    public void send(String text) {
        assertThat(text).endsWith("\n");
    }

    @Override
    public void send(Table table) {
        var last = "";
        for (var lines = table.next(); lines != null; lines = table.next()) {
            last = lines;
        }
        assertThat(last).endsWith(".\n");
    }
}
