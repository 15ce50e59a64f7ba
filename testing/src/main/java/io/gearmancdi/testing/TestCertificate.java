package io.gearmancdi.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.TlsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A key and a certificate for this machine which nobody else trusts, in a key store of its own. */
final class TestCertificate {
    private static final int DAYS = 7;
    private static final int PATIENCE = 60;

    private final Path store;
    private final String password;

    private TestCertificate(Path store, String password) {
        this.store = store;
        this.password = password;
    }

    static TestCertificate make() {
        try {
            // keytool makes the file, and readable for others than us; so it stands in a directory that is not
            var made = new TestCertificate(
                    Files.createTempDirectory("gearman-tls").resolve("server.p12"),
                    UUID.randomUUID().toString());
            made.runKeytool();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("No certificate can be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
    }

    private void runKeytool() throws IOException, InterruptedException {
        var said = Files.createTempFile(store.getParent(), "keytool", ".log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass:env",
                        "GEARMAN_TLS_PASSWORD",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        String.valueOf(DAYS),
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        process.environment().put("GEARMAN_TLS_PASSWORD", password);
        var running = process.start();
        if (!running.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new IOException("keytool does not end");
        }
        if (running.exitValue() != 0) {
            throw new IOException("keytool: " + Files.readString(said, UTF_8));
        }
    }

    TlsSettings ofTheServer() {
        return TlsSettings.defaults().withCertificate(store).withKeyPassword(password);
    }

    TlsSettings ofClients() {
        return TlsSettings.defaults().withTrust(store).withTrustPassword(password);
    }

    Map<String, String> properties() {
        return Map.of(
                "gearman.tls.enabled",
                "true",
                "gearman.tls.trust",
                store.toString(),
                "gearman.tls.trust-password",
                password);
    }

    void delete() {
        try (var files = Files.list(store.getParent())) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(store.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
