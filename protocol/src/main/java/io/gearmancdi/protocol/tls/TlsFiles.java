package io.gearmancdi.protocol.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where keys and certificates are. Every file is PEM, or a key store of PKCS12 or JKS; which one is seen by its
 * content.
 *
 * @param trust the authorities that are trusted; none: those of the Java runtime
 * @param trustPassword of the trust store, where it has one
 * @param certificate the own certificate with its chain
 * @param key the own private key, PKCS#8 in PEM; none: it is in the file of the certificate
 * @param keyPassword of the key store or the encrypted key
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
public record TlsFiles(
        Optional<Path> trust,
        Optional<String> trustPassword,
        Optional<Path> certificate,
        Optional<Path> key,
        Optional<String> keyPassword) {

    /** Tells no password. */
    @Override
    public String toString() {
        return "TlsFiles[trust=" + trust + ", certificate=" + certificate + ", key=" + key + ']';
    }
}
