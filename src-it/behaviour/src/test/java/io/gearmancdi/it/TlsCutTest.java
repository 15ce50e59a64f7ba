package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.ServerConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secure connections that somebody between their ends cuts, or speaks on in the clear. */
class TlsCutTest extends WithTls {

    @Test
    void an_end_without_close_notify_is_a_loss_and_no_end() throws Exception {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var logged = new Logged();
                var server = secure("server").start();
                var wire = Wire.to(server.port());
                var working = gearman(server.port(), trusting());
                var calling = gearman(wire.port(), trusting())) {
            working.workers()
                    .register(
                            "wait",
                            job -> {
                                begun.countDown();
                                release.await(SOON.toSeconds(), TimeUnit.SECONDS);
                                return null;
                            },
                            settings -> settings);
            var call = calling.client().foreign().doJobAsync("wait", "x").toCompletableFuture();
            assertThat(begun.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(calling.client()
                            .foreign()
                            .getJobStatusByUnique("wait", "other")
                            .isKnown())
                    .as("answers come in order: the job is known to be accepted")
                    .isFalse();

            wire.cut();

            assertThatThrownBy(() -> call.get(SOON.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(OutcomeUnknownException.class);
            logged.await("cut without a close_notify", SOON);
            release.countDown();
            assertThat(calling.client().foreign().enqueue(request("later")).value())
                    .as("it connects again")
                    .isNotEmpty();
        } finally {
            release.countDown();
        }
    }

    @Test
    void a_worker_that_is_cut_off_comes_back() throws Exception {
        try (var server = secure("server").start();
                var wire = Wire.to(server.port());
                var working = gearman(wire.port(), trusting());
                var calling = gearman(server.port(), trusting())) {
            working.workers().register("echo", job -> job.bytes(), settings -> settings);
            assertThat(calling.client().foreign().doJob("echo", "before").text())
                    .isEqualTo("before");

            wire.cut();

            assertThat(calling.client().foreign().doJob("echo", "after").text()).isEqualTo("after");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100, 400})
    void a_cut_in_the_handshake_is_a_refusal(int bytes) throws IOException {
        try (var server = secure("server").start();
                var wire = Wire.thatCutsAfter(bytes, server.port());
                var gearman = gearman(wire.port(), trusting())) {
            assertRefused(gearman, "cut in the TLS handshake");
            assertThat(server.statistics().waitingJobs()).isZero();
        }
    }

    /** Debian's accepts the option and does nothing of it. */
    @Test
    void gearmand_that_ignores_its_option_for_tls_is_never_spoken_to_in_the_clear() throws Exception {
        int port = TestJobServer.freePort();
        var command = List.of(
                Programs.find("gearmand").toString(),
                "--listen=127.0.0.1",
                "--port=" + port,
                "--log-file=" + directory.resolve("gearmand.log"),
                "--ssl",
                "--ssl-ca-file=" + keys.authority("ca"),
                "--ssl-certificate=" + keys.chainFile("server"),
                "--ssl-key=" + keys.keyFile("server"));
        try (var gearmand = new ServerProcess(command)) {
            await().atMost(SOON).until(() -> TlsPeersTest.listens(port));
            try (var wire = Wire.to(port);
                    var gearman = gearman(wire.port(), trusting())) {
                assertRefused(gearman, "TLS");
                assertThatThrownBy(() -> gearman.admin().version(address(wire.port())))
                        .isInstanceOf(ServerConnectionException.class);
                assertThat(new String(wire.heard(), ISO_8859_1))
                        .startsWith("\u0016\u0003")
                        .doesNotContain("\0REQ")
                        .doesNotContain("version");
            }
            assertThat(gearmand.isAlive()).isTrue();
        }
    }

    /** Each byte comes in time, the handshake does not. */
    @Test
    void the_administrator_waits_for_a_handshake_as_long_as_for_a_connection_and_no_longer() throws Exception {
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var gone = new CountDownLatch(1);
            var peer = new Thread(() -> {
                try (var connection = socket.accept()) {
                    // The head of a record of 16 KiB, which never comes to its end
                    connection.getOutputStream().write(new byte[] {0x16, 3, 3, 0x40, 0});
                    for (int i = 0; i < 300 && !gone.await(100, TimeUnit.MILLISECONDS); i++) {
                        connection.getOutputStream().write(1);
                    }
                } catch (IOException | InterruptedException e) {
                    // It has given up, as it should
                }
            });
            peer.setDaemon(true);
            peer.start();
            try (var gearman = gearman(socket.getLocalPort(), trusting(), Duration.ofSeconds(1))) {
                assertThatThrownBy(() -> gearman.admin().version(address(socket.getLocalPort())))
                        .isInstanceOf(ServerConnectionException.class)
                        .hasMessageMatching("(?s).*(timed out|in time).*");
            } finally {
                gone.countDown();
            }
        }
    }
}
