package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.GearmanException;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.TlsSettings;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.server.ClientAuth;
import io.gearmancdi.server.EmbeddedJobServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client, workers and administrator over TLS, and whatever must not be taken for it. */
class TlsTest extends WithTls {

    @Test
    void jobs_go_both_ways_small_and_large() throws IOException {
        try (var server = secure("server").start();
                var gearman = gearman(server.port(), trusting())) {
            gearman.workers().register("echo", job -> job.bytes(), settings -> settings);
            var large = new byte[1024 * 1024 + 7];
            new Random(1).nextBytes(large);

            assertThat(gearman.client().doJob("echo", "small").text()).isEqualTo("small");
            assertThat(gearman.client().doJob("echo", large).bytes()).isEqualTo(large);
            assertThat(gearman.client().doJob("echo", new byte[0]).bytes()).isEmpty();
        }
    }

    @Test
    void several_slots_work_at_once_and_drain() throws Exception {
        try (var server = secure("server").start()) {
            var together = new CyclicBarrier(3);
            var done = new CountDownLatch(3);
            try (var gearman = gearman(server.port(), trusting())) {
                gearman.workers()
                        .register(
                                "meet",
                                job -> {
                                    together.await(SOON.toSeconds(), TimeUnit.SECONDS);
                                    done.countDown();
                                    return null;
                                },
                                settings -> settings.withConcurrency(3));
                for (int i = 0; i < 3; i++) {
                    gearman.client().doBackgroundJob("meet", i == 0 ? "a" : i == 1 ? "b" : "c");
                }
                assertThat(done.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            }
            assertThat(server.statistics().runningJobs()).isZero();
        }
    }

    @Test
    void a_server_that_comes_back_is_used_again() throws IOException {
        var first = secure("server").start();
        int port = first.port();
        try (var gearman = gearman(port, trusting())) {
            gearman.workers().register("echo", job -> job.bytes(), settings -> settings);
            assertThat(gearman.client().doJob("echo", "before").text()).isEqualTo("before");
            first.close();
            try (var second = secure("server").port(port).start()) {
                await().atMost(SOON)
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(
                                        gearman.client().doJob("echo", "after").text())
                                .isEqualTo("after"));
                assertThat(second.port()).isEqualTo(port);
            }
        } finally {
            first.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "other-host"})
    void a_certificate_that_is_not_good_is_refused(String alias) throws IOException {
        try (var server = secure(alias).start();
                var gearman = gearman(server.port(), trusting())) {
            assertRefused(gearman, "no TLS");
        }
    }

    @Test
    void an_unknown_authority_is_refused() throws IOException {
        try (var server = secure("server").start();
                var gearman = gearman(server.port(), TlsSettings.defaults().withTrust(keys.authority("stranger")));
                var runtime = gearman(server.port(), TlsSettings.defaults())) {
            assertRefused(gearman, "no TLS");
            assertRefused(runtime, "no TLS");
        }
    }

    @Test
    void the_name_of_the_host_counts_unless_that_is_given_up() throws IOException {
        try (var server = secure("other-host").start();
                var gearman = gearman(server.port(), trusting().withVerifyHost(false))) {
            assertThat(gearman.admin().version(gearman.admin().servers().get(0)))
                    .isNotEmpty();
            assertThat(gearman.client().foreign().enqueue(request("later")).value())
                    .isNotEmpty();
        }
    }

    @Test
    void the_administrator_asks_over_tls_alone() throws IOException {
        try (var server = secure("server").start();
                var plain = EmbeddedJobServer.builder().port(0).start();
                var gearman = gearman(server.port(), trusting())) {
            assertThat(gearman.admin().status(address(server.port()))).isEmpty();
            assertThatThrownBy(() -> gearman.admin().status(address(plain.port())))
                    .isInstanceOf(ServerConnectionException.class);
        }
    }

    @Test
    void a_server_without_tls_is_never_spoken_to_in_the_clear() throws IOException {
        try (var plain = EmbeddedJobServer.builder().port(0).start();
                var gearman = gearman(plain.port(), trusting())) {
            assertRefused(gearman, "TLS");
            assertThat(plain.statistics().waitingJobs()).isZero();
        }
    }

    @Test
    void a_client_without_tls_gets_nothing_from_a_secure_server() throws IOException {
        try (var server = secure("server").start();
                var gearman = Gearman.builder()
                        .servers(List.of(address(server.port())))
                        .clientTimeout(Duration.ofSeconds(10))
                        .build()) {
            assertThatThrownBy(() -> gearman.client().foreign().doBackgroundJob("later", "x"))
                    .isInstanceOf(GearmanException.class);
            assertThat(server.statistics().waitingJobs()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\0RES\0\0\0\u0011\0\0\0\0",
                "\u0016\u0003\u0003\0\u0004\u0002\u00ff\u00ff\u00ff",
                "\u0016\u0003\u0003\u00ff\u00ff",
                "\u0015\u0003\u0003\0\u0002\u0002("
            })
    void a_peer_that_shakes_no_hands_costs_the_connect_timeout_at_most(String says) throws Exception {
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var gearman = gearman(socket.getLocalPort(), trusting(), Duration.ofSeconds(1))) {
            var peer = new Thread(() -> speak(socket, says));
            peer.setDaemon(true);
            peer.start();

            assertRefused(gearman, "TLS");
        }
    }

    private static void speak(ServerSocket socket, String says) {
        var open = new ArrayList<Socket>();
        try {
            while (true) {
                var connection = socket.accept();
                open.add(connection); // nothing but the timeout ends it
                connection.getOutputStream().write(says.getBytes(ISO_8859_1));
            }
        } catch (IOException e) {
            open.forEach(TlsTest::close); // the test is over
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_client_certificate_is_asked_for_and_checked() throws IOException {
        try (var server = secure("server")
                        .clientAuth(ClientAuth.NEED)
                        .tls(TlsSettings.defaults()
                                .withCertificate(keys.certificate("server"))
                                .withTrust(keys.authority("ca")))
                        .start();
                var known = gearman(server.port(), trusting().withCertificate(keys.certificate("client")));
                var without = gearman(server.port(), trusting());
                var strange = gearman(server.port(), trusting().withCertificate(keys.certificate("strange-client")))) {
            assertThat(known.client().foreign().enqueue(request("later")).value())
                    .isNotEmpty();
            assertRefused(without, "no TLS");
            assertRefused(strange, "no TLS");
            assertThat(server.statistics().waitingJobs()).isEqualTo(1);
        }
    }

    @Test
    void keys_come_from_pem_in_one_file_or_two_or_from_key_stores() throws IOException {
        var two =
                TlsSettings.defaults().withCertificate(keys.chainFile("server")).withKey(keys.keyFile("server"));
        var encrypted = TlsSettings.defaults()
                .withCertificate(keys.chainFile("server"))
                .withKey(keys.encryptedKeyFile("server"))
                .withKeyPassword(TlsKeys.PASSWORD);
        var pkcs12 = TlsSettings.defaults()
                .withCertificate(keys.storeOf("server", "PKCS12"))
                .withKeyPassword(TlsKeys.PASSWORD);
        var jks = TlsSettings.defaults()
                .withCertificate(keys.storeOf("server", "JKS"))
                .withKeyPassword(TlsKeys.PASSWORD);
        for (var settings : List.of(two, encrypted, pkcs12, jks)) {
            try (var server = secure("server").tls(settings).start();
                    var gearman = gearman(
                            server.port(),
                            TlsSettings.defaults().withTrust(keys.store()).withTrustPassword(TlsKeys.PASSWORD))) {
                assertThat(gearman.client().foreign().enqueue(request("later")).value())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void an_encrypted_key_needs_its_password() {
        var settings = trusting().withCertificate(keys.chainFile("client")).withKey(keys.encryptedKeyFile("client"));

        assertThatThrownBy(() -> gearman(1, settings)).hasMessageContainingAll("gearman.tls.key", "no password");
        assertThatThrownBy(() -> gearman(1, settings.withKeyPassword("wrong"))).hasMessageContaining("gearman.tls.key");
    }

    @Test
    void a_file_that_cannot_be_used_is_named() throws IOException {
        var text = Files.writeString(
                directory.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        var settings = trusting().withCertificate(keys.chainFile("client")).withKey(text);

        assertThatThrownBy(() -> gearman(1, settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("gearman.tls.key", "old.pem", "openssl pkcs8");
        assertThatThrownBy(() -> gearman(1, TlsSettings.defaults().withTrust(directory.resolve("none.pem"))))
                .hasMessageContainingAll("gearman.tls.trust", "none.pem");
    }

    @Test
    void changed_files_count_with_the_next_connection_and_broken_ones_do_not() throws IOException {
        var file = Files.copy(keys.certificate("server"), directory.resolve("rotated.pem"));
        try (var server = secure("server")
                .tls(TlsSettings.defaults().withCertificate(file))
                .start()) {
            accepted(server);

            replace(file, "nothing of use", 1);
            accepted(server);

            replace(file, Files.readString(keys.certificate("other-host")), 2);
            try (var gearman = gearman(server.port(), trusting())) {
                assertRefused(gearman, "no TLS");
            }
        }
    }

    private static void replace(Path file, String content, int later) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 5000L * later));
    }

    private void accepted(EmbeddedJobServer server) {
        try (var gearman = gearman(server.port(), trusting())) {
            assertThat(gearman.client().foreign().enqueue(request("later")).value())
                    .isNotEmpty();
        }
    }
}
