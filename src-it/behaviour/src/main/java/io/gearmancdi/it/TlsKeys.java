package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys and certificates, made by the keytool of this Java: each when it is first asked for, once for all tests of a
 * JVM.
 *
 * <p>There is an authority, {@code ca}, and a {@code stranger} to it. The authority has signed {@code server},
 * {@code other-host} and {@code expired}, whose names say what they are, and {@code client}, which is the only one with
 * RSA; the stranger has signed {@code strange-client}.
 */
public final class TlsKeys {

    /** Of all key stores and encrypted keys. */
    public static final String PASSWORD = "changeit";

    private static final Map<String, List<String>> ALL = Map.of(
            "ca", List.of("-ext", "bc:c"),
            "stranger", List.of("-ext", "bc:c"),
            "server", List.of("-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1"),
            "other-host", List.of("-signer", "ca", "-ext", "san=dns:elsewhere.example"),
            "expired", List.of("-signer", "ca", "-ext", "san=ip:127.0.0.1", "-startdate", "-10d", "-validity", "2"),
            "client", List.of("-signer", "ca"),
            "strange-client", List.of("-signer", "stranger"));

    private final Path directory;
    private final Set<String> made = new HashSet<>();

    private TlsKeys(Path directory) {
        this.directory = directory;
    }

    /** {@return the keys of this JVM} */
    public static TlsKeys get() {
        return Once.KEYS;
    }

    private void make(String alias) {
        if (!made.contains(alias)) {
            var options = ALL.get(alias);
            if (options.get(0).equals("-signer")) {
                make(options.get(1));
            }
            tool(alias, options);
            made.add(alias);
        }
    }

    private void tool(String alias, List<String> more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                file("all.p12").toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                "CN=" + alias));
        command.addAll(
                alias.equals("client")
                        ? List.of("-keyalg", "RSA", "-keysize", "2048")
                        : List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(more);
        run(command);
    }

    private static void run(List<String> command) {
        try (var program = new ServerProcess(command)) {
            assertThat(program.ends(Duration.ofMinutes(1))).isTrue();
            assertThat(program.exitCode()).as(program.output()).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return a key store that trusts the authority} */
    public synchronized Path store() {
        make("ca");
        return file("all.p12");
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    /**
     * The certificate of an authority, in PEM.
     *
     * @param alias whose
     * @return the file
     */
    public Path authority(String alias) {
        return write(alias + "-ca.pem", chain(alias));
    }

    /**
     * Certificate, chain and key, in one file.
     *
     * @param alias whose
     * @return the file
     */
    public Path certificate(String alias) {
        return write(alias + ".pem", chain(alias) + key(alias));
    }

    /**
     * Certificate and chain without the key.
     *
     * @param alias whose
     * @return the file
     */
    public Path chainFile(String alias) {
        return write(alias + "-chain.pem", chain(alias));
    }

    /**
     * The key alone, as it is.
     *
     * @param alias whose
     * @return the file
     */
    public Path keyFile(String alias) {
        return write(alias + "-key.pem", key(alias));
    }

    /**
     * The key alone, encrypted with the password by the program openssl.
     *
     * @param alias whose
     * @return the file
     */
    public Path encryptedKeyFile(String alias) {
        var file = file(alias + "-encrypted.pem");
        run(List.of(
                Programs.find("openssl").toString(),
                "pkcs8",
                "-topk8",
                "-in",
                keyFile(alias).toString(),
                "-out",
                file.toString(),
                "-passout",
                "pass:" + PASSWORD));
        return file;
    }

    /**
     * A key store with this one alone.
     *
     * @param alias whose
     * @param type PKCS12 or JKS
     * @return the file
     */
    public Path storeOf(String alias, String type) {
        try {
            var own = KeyStore.getInstance(type);
            own.load(null, null);
            own.setKeyEntry(
                    "own",
                    loaded(alias).getKey(alias, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    loaded(alias).getCertificateChain(alias));
            var file = file(alias + "." + type);
            try (var out = Files.newOutputStream(file)) {
                own.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized KeyStore loaded(String alias) throws GeneralSecurityException, IOException {
        make(alias);
        return KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
    }

    private String chain(String alias) {
        try {
            var text = new StringBuilder();
            for (var certificate : loaded(alias).getCertificateChain(alias)) {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            }
            return text.toString();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String key(String alias) {
        try {
            return block(
                    "PRIVATE KEY",
                    loaded(alias).getKey(alias, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String block(String type, byte[] content) {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Once {
        static final TlsKeys KEYS = new TlsKeys(directory());

        private static Path directory() {
            try {
                return Files.createTempDirectory(
                        Files.createDirectories(Path.of("target")).toAbsolutePath(), "tls-keys");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
