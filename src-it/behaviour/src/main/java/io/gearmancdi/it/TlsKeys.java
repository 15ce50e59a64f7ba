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
import java.util.List;

/**
 * Keys and certificates, made by the keytool of this Java for one run of the tests.
 *
 * @param directory holds them all
 */
public record TlsKeys(Path directory) {

    /** Of all key stores and encrypted keys. */
    public static final String PASSWORD = "changeit";

    /**
     * An authority, a stranger to it, and certificates of both: RSA and EC, for this host, for another one, and expired.
     *
     * @param directory where to put them
     * @return who writes them to files
     */
    public static TlsKeys make(Path directory) {
        var keys = new TlsKeys(directory);
        keys.tool("ca", "-ext", "bc:c");
        keys.tool("stranger", "-ext", "bc:c");
        keys.tool("server", "-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1");
        keys.tool("other-host", "-signer", "ca", "-ext", "san=dns:elsewhere.example");
        keys.tool("expired", "-signer", "ca", "-ext", "san=ip:127.0.0.1", "-startdate", "-10d", "-validity", "2");
        keys.tool("client", "-signer", "ca");
        keys.tool("strange-client", "-signer", "stranger");
        return keys;
    }

    private void tool(String alias, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store().toString(),
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
        command.addAll(List.of(more));
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

    /** {@return the key store with everything} */
    public Path store() {
        return directory.resolve("all.p12");
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
        var file = directory.resolve(alias + "-encrypted.pem");
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
            var made = KeyStore.getInstance(type);
            made.load(null, null);
            made.setKeyEntry(
                    "own",
                    loaded().getKey(alias, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    loaded().getCertificateChain(alias));
            var file = directory.resolve(alias + "." + type);
            try (var out = Files.newOutputStream(file)) {
                made.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore loaded() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
    }

    private String chain(String alias) {
        try {
            var text = new StringBuilder();
            for (var certificate : loaded().getCertificateChain(alias)) {
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
                    loaded().getKey(alias, PASSWORD.toCharArray()).getEncoded());
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
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
