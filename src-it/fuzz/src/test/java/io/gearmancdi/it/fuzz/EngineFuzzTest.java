package io.gearmancdi.it.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.TextLine;
import io.gearmancdi.server.engine.Engine;
import io.gearmancdi.server.engine.EngineSettings;
import io.gearmancdi.server.engine.Peer;
import java.util.ArrayList;
import java.util.List;

/** Peers of the embedded server that do anything at any time: its books stay right, and nothing is thrown. */
class EngineFuzzTest {

    private static final int PEERS = 4;
    private static final int STEPS = 300;

    private static final String[] WORDS = {
        "f", "g", "u", "", "-", "0", "1", "100", "1000000005", "H:fuzz:1", "H:fuzz:2", "H:fuzz:3", "exceptions"
    };
    private static final String[] LINES = {
        "status", "workers", "prioritystatus", "show jobs", "show unique jobs", "cancel job H:fuzz:1", "maxqueue f 1",
        "maxqueue f", "create function f", "drop function f", "shutdown graceful", "version", "getpid", "verbose"
    };

    private long now = 1_000_000_000_000L;

    @FuzzTest(maxDuration = "2m")
    void theBooksAreRight(FuzzedDataProvider data) {
        var engine = new Engine(new EngineSettings(
                "H:fuzz:",
                "1",
                1,
                data.consumeInt(0, 3),
                data.consumeInt(-1, 2),
                data.consumeBoolean(),
                data.consumeBoolean(),
                true,
                data.consumeBoolean() ? 100 : Integer.MAX_VALUE,
                data.consumeBoolean() ? 10_000 : 0,
                64,
                3));
        var peers = new ArrayList<Peer>();
        for (int step = 0; step < STEPS && data.remainingBytes() > 0; step++) {
            if (peers.size() < PEERS) {
                peers.add(connect(engine));
            }
            act(engine, peers, data);
            check(engine, peers.size());
        }
        leave(engine, peers);
    }

    private static Peer connect(Engine engine) {
        return engine.connect(new CheckedOutlet(), "127.0.0.1");
    }

    private void act(Engine engine, List<Peer> peers, FuzzedDataProvider data) {
        int one = data.consumeInt(0, peers.size() - 1);
        switch (data.consumeInt(0, 15)) {
            case 0 -> engine.disconnect(peers.remove(one), now);
            case 1 -> {
                now += data.consumeInt(1, 10_000);
                engine.tick(now);
            }
            case 2 -> engine.receive(peers.get(one), new TextLine(data.pickValue(LINES)), now);
            case 3 -> engine.receive(peers.get(one), new TextLine(data.consumeString(40)), now);
            default -> engine.receive(peers.get(one), packet(data), now);
        }
    }

    private static Packet packet(FuzzedDataProvider data) {
        var type = data.pickValue(PacketType.values());
        var arguments = new byte[type.arguments().size()][];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = data.consumeInt(0, 7) == 0
                    ? data.consumeString(70).replace("\0", "").getBytes(UTF_8)
                    : data.pickValue(WORDS).getBytes(UTF_8);
        }
        return new Packet(type, arguments);
    }

    private static void check(Engine engine, int peers) {
        var books = engine.statistics();
        assertThat(books.connections()).isEqualTo(peers);
        assertThat(books.waiting() + books.running()).isEqualTo(engine.jobs());
        assertThat(books.running()).isNotNegative();
        assertThat(books.waiting()).isNotNegative();
        assertThat(books.queueBytes()).isNotNegative();
        assertThat(books.functions().stream()
                        .mapToLong(of -> of.waiting() + of.running())
                        .sum())
                .isEqualTo(engine.jobs());
    }

    /** Nobody is left, so nothing runs; then a worker does what waits, and nothing is left either. */
    private void leave(Engine engine, List<Peer> peers) {
        peers.forEach(peer -> engine.disconnect(peer, now));
        assertThat(engine.statistics().running()).isZero();
        now = Long.MAX_VALUE / 2;
        engine.tick(now);
        var outlet = new CheckedOutlet();
        var worker = engine.connect(outlet, "127.0.0.1");
        engine.statistics()
                .functions()
                .forEach(of -> engine.receive(worker, Packet.ofText(PacketType.CAN_DO, of.name()), now));
        for (int left = engine.jobs(); left > 0; left--) {
            engine.receive(worker, Packet.of(PacketType.GRAB_JOB), now);
            engine.receive(worker, Packet.ofText(PacketType.WORK_FAIL, outlet.handle()), now);
        }
        assertThat(engine.jobs()).isZero();
        assertThat(engine.statistics().queueBytes()).isZero();
    }
}
