package io.gearmancdi.it.conformance;

import io.gearmancdi.it.JobServerKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test has a fresh server, which is closed with all its connections. */
@ParameterizedClass
@MethodSource("kinds")
@ExtendWith(KnownFaults.class)
@Timeout(120)
abstract class OnBothServers {
    private static final int PATIENCE = 20_000;

    /** What gearmand is known not to answer need not be waited for that long. */
    private static final int PATIENCE_WITH_A_FAULT = 3_000;

    @Parameter
    JobServerKind kind;

    private final List<RawPeer> peers = new ArrayList<>();
    private ServerUnderTest server;
    private int patience;

    /** The program needs no comparison a second time. */
    static List<JobServerKind> kinds() {
        return ServerUnderTest.isProgram() ? List.of(JobServerKind.EMBEDDED) : List.of(JobServerKind.values());
    }

    @BeforeEach
    void startServer(TestInfo test) {
        boolean faulty = kind == JobServerKind.GEARMAND
                && test.getTestMethod().orElseThrow().isAnnotationPresent(GearmandFault.class);
        patience = faulty ? PATIENCE_WITH_A_FAULT : PATIENCE;
        server = ServerUnderTest.start(kind, options());
    }

    @AfterEach
    void stopServer() throws IOException {
        for (var peer : peers) {
            peer.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** Options of gearmand, which the embedded server knows by the same names. */
    List<String> options() {
        return List.of();
    }

    final ServerUnderTest server() {
        return server;
    }

    final RawPeer peer() throws IOException {
        var peer = new RawPeer(server.port(), patience);
        peers.add(peer);
        return peer;
    }

    /** A peer that offers functions. */
    final RawPeer worker(String... functions) throws IOException {
        var worker = peer();
        for (var function : functions) {
            worker.sends(io.gearmancdi.protocol.PacketType.CAN_DO, function);
        }
        return worker.settles();
    }
}
