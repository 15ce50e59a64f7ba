package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSL at the other end: its program, and stunnel before gearmand. */
class TlsPeersTest extends WithTls {

    private static final String ANY_CIPHER = "ALL:@SECLEVEL=0";

    private static final Duration SLOWLY = Duration.ofSeconds(60);

    static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void jobs_go_both_ways_through_stunnel_before_gearmand(String version) throws Exception {
        try (var gearmand = TestJobServer.start(JobServerKind.GEARMAND);
                var stunnel = stunnel(version, gearmand);
                var known = gearman(stunnel.port, trusting().withCertificate(keys.certificate("client")));
                var strange = gearman(stunnel.port, trusting().withCertificate(keys.certificate("strange-client")))) {
            known.workers().register("echo", job -> job.bytes(), worker -> worker);
            var large = new byte[1024 * 1024 + 7];
            new Random(1).nextBytes(large);

            assertThat(known.client().doJob("echo", "small").text()).isEqualTo("small");
            assertThat(known.client().doJob("echo", large).bytes()).isEqualTo(large);
            assertThat(known.admin().version(address(stunnel.port))).isNotEmpty();
            assertRefused(strange, "no TLS");
            assertThat(stunnel.program.isAlive()).isTrue();
        }
    }

    /** A program that does not get its port ends; then another port is tried. */
    private Stunnel stunnel(String version, TestJobServer gearmand) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = TestJobServer.freePort();
            var settings = Files.writeString(directory.resolve("stunnel-" + version + port + ".conf"), """
                    foreground = yes
                    pid =
                    [gearman]
                    accept = 127.0.0.1:%d
                    connect = %s
                    cert = %s
                    key = %s
                    CAfile = %s
                    verifyChain = yes
                    sslVersion = %s
                    """.formatted(
                            port,
                            gearmand.address(),
                            keys.chainFile("server"),
                            keys.keyFile("server"),
                            keys.authority("ca"),
                            version));
            var program = new ServerProcess(List.of(Programs.find("stunnel4").toString(), settings.toString()));
            await().atMost(SLOWLY).until(() -> listens(port) || !program.isAlive());
            if (program.isAlive()) {
                return new Stunnel(program, port);
            }
            program.close();
            assertThat(attempt)
                    .as("stunnel ends again and again, on port %d, too", port)
                    .isLessThan(3);
        }
    }

    private record Stunnel(ServerProcess program, int port) implements AutoCloseable {
        @Override
        public void close() {
            program.close();
        }
    }

    @Test
    void new_keys_and_tickets_of_a_client_are_harmless() throws Exception {
        try (var server = secure("server").start();
                var client = client(server.port(), "-tls1_3")) {
            for (int i = 0; i < 3; i++) {
                client.say("version");
                client.awaitLine("OK ");
                client.say(i == 1 ? "k" : "K");
                client.awaitLine("KEYUPDATE");
            }
            client.say("version");
            client.awaitLine("OK ");
        }
    }

    @Test
    void a_client_that_negotiates_anew_is_shown_the_door() throws Exception {
        try (var server = secure("server").start();
                var client = client(server.port(), "-tls1_2")) {
            client.say("version");
            client.awaitLine("OK ");

            client.say("R");

            assertThat(client.ends(SOON)).isTrue();
            assertThat(server.statistics().connections()).isZero();
            try (var other = gearman(server.port(), trusting())) {
                assertThat(other.client().foreign().enqueue(request("later")).value())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void a_client_of_tls_1_1_is_refused() throws Exception {
        try (var server = secure("server").start();
                var client = client(server.port(), "-tls1_1", "-cipher", ANY_CIPHER)) {
            client.awaitLine("alert protocol version");
            assertThat(client.ends(SOON)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void a_server_of_openssl_gets_and_answers_packets(String version) throws Exception {
        try (var server = OpensslServer.start(keys, version);
                var gearman = gearman(server.port(), trusting())) {
            assertThat(gearman.client().foreign().enqueue(request("later")).value())
                    .isEqualTo(OpensslServer.HANDLE);
        }
    }

    @Test
    void new_keys_of_a_server_are_harmless() throws Exception {
        try (var server = OpensslServer.start(keys, "-tls1_3");
                var gearman = gearman(server.port(), trusting())) {
            for (var command : List.of("k", "K", "K")) {
                assertThat(gearman.client().foreign().enqueue(request("later")).value())
                        .isEqualTo(OpensslServer.HANDLE);
                server.tell(command);
            }
            assertThat(gearman.client().foreign().enqueue(request("later")).value())
                    .isEqualTo(OpensslServer.HANDLE);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_negotiates_anew_loses_the_connection_and_no_more() throws Exception {
        try (var logged = new Logged();
                var server = OpensslServer.start(keys, "-tls1_2");
                var gearman = gearman(server.port(), trusting())) {
            assertThat(gearman.client().foreign().enqueue(request("later")).value())
                    .isEqualTo(OpensslServer.HANDLE);

            server.tell("r");

            logged.await("negotiate TLS anew, which is refused", SOON);
            assertThat(gearman.client().foreign().enqueue(request("later")).value())
                    .isEqualTo(OpensslServer.HANDLE);
        }
    }

    @Test
    void a_server_of_tls_1_1_is_refused() throws Exception {
        try (var server = OpensslServer.start(keys, "-tls1_1", "-cipher", ANY_CIPHER);
                var gearman = gearman(server.port(), TlsSettings.defaults().withTrust(keys.authority("ca")))) {
            assertRefused(gearman, "no TLS");
        }
    }

    private static Dialogue client(int port, String... options) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Programs.find("openssl").toString(),
                "s_client",
                "-connect",
                "127.0.0.1:" + port,
                "-CAfile",
                keys.authority("ca").toString(),
                "-verify_return_error"));
        command.addAll(List.of(options));
        return new Dialogue(command);
    }
}
