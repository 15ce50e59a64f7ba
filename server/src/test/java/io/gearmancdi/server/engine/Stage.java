package io.gearmancdi.server.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.TextLine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An engine, its actors and a clock that moves only when told. */
final class Stage {
    private final Engine engine;
    private final boolean holds;
    private long now = 1_000_000_000L;
    private long wall = now;

    Stage() {
        this(0, 0);
    }

    Stage(int tries, int wakeUps) {
        this(new Rules().tries(tries).wakeUps(wakeUps));
    }

    Stage(Rules rules) {
        this(rules, Journal.NONE);
    }

    Stage(Rules rules, Journal journal) {
        engine = new Engine(rules.settings(), journal);
        holds = journal != Journal.NONE;
    }

    Actor actor() {
        return new Actor();
    }

    /** A worker that offers functions and is not asleep. */
    Actor worker(String... functions) {
        var worker = new Actor();
        for (var function : functions) {
            worker.sends(PacketType.CAN_DO, function);
        }
        return worker;
    }

    void seconds(long seconds) {
        millis(seconds * 1000);
    }

    void millis(long millis) {
        now += millis;
        wall += millis;
        tick();
    }

    /** The loop goes round once more. */
    void tick() {
        engine.synchronize(now, wall);
        engine.tick(now);
    }

    /** Somebody sets the clock on the wall, by so many seconds forward or backward. */
    void setsTheClock(long seconds) {
        wall += seconds * 1000;
        tick();
    }

    long nowInSeconds() {
        return wall / 1000;
    }

    /** How long the loop may sleep. */
    long millisToNext() {
        return engine.deadline() - now;
    }

    Engine engine() {
        return engine;
    }

    /** A client, a worker or an operator; keeps what the engine sends in a form that is easy to read. */
    final class Actor implements Outlet {
        private final List<String> received = new ArrayList<>();
        private final Peer peer = engine.connect(this, "127.0.0.1");
        private int room = Integer.MAX_VALUE;

        /** From now on it takes so many packets and no more. */
        Actor takes(int packets) {
            room = packets;
            return this;
        }

        @Override
        public boolean isLost() {
            return room < 0;
        }

        @Override
        public void send(Packet packet) {
            assertThat(isLost()).as("that it was lost before").isFalse();
            if (--room < 0) {
                return;
            }
            var encoder = Encoder.of(Magic.RESPONSE);
            encoder.write(packet, ByteBuffer.allocate(encoder.length(packet))); // whatever is sent can be sent
            var text = new StringBuilder(packet.type().name());
            for (int i = 0; i < packet.arguments().length; i++) {
                text.append(' ').append(packet.text(i).replace('\0', '~'));
            }
            received.add(text.toString());
        }

        @Override
        public void send(String text) {
            received.add(text);
        }

        @Override
        public void send(Table table) {
            var text = new StringBuilder();
            for (var lines = table.next(); lines != null; lines = table.next()) {
                text.append(lines);
            }
            received.add(text.toString());
        }

        @Override
        public void hold() {
            if (holds) {
                received.add("(held)");
            }
        }

        Actor sends(PacketType type, String... arguments) {
            engine.receive(peer, Packet.ofText(type, arguments), now);
            return this;
        }

        /** Each character is a byte. */
        Actor sendsBytes(PacketType type, String... arguments) {
            var bytes =
                    Stream.of(arguments).map(text -> text.getBytes(ISO_8859_1)).toArray(byte[][]::new);
            engine.receive(peer, Packet.of(type, bytes), now);
            return this;
        }

        Actor types(String line) {
            engine.receive(peer, new TextLine(line), now);
            return this;
        }

        void leaves() {
            engine.disconnect(peer, now);
        }

        /** What has come since the last look. */
        List<String> sees() {
            var seen = List.copyOf(received);
            received.clear();
            return seen;
        }

        /** The answer to one request. */
        List<String> asks(PacketType type, String... arguments) {
            sees();
            return sends(type, arguments).sees();
        }
    }
}
