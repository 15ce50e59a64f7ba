package io.gearmancdi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * TLS 1.2 or 1.3 between this application and its job servers. Files are PEM, or key stores of PKCS12 or JKS; they are
 * read again, when they have changed, with the next connection. Immutable; every method that sets something returns new
 * settings.
 */
public final class TlsSettings {

    private static final Optional<Path> NO_FILE = Optional.empty();

    private static final TlsSettings DEFAULTS =
            new TlsSettings(NO_FILE, Optional.empty(), NO_FILE, NO_FILE, Optional.empty(), true);

    private final Optional<Path> trust;
    private final Optional<String> trustPassword;
    private final Optional<Path> certificate;
    private final Optional<Path> key;
    private final Optional<String> keyPassword;
    private final boolean verifyHost;

    private TlsSettings(
            Optional<Path> trust,
            Optional<String> trustPassword,
            Optional<Path> certificate,
            Optional<Path> key,
            Optional<String> keyPassword,
            boolean verifyHost) {
        this.trust = trust;
        this.trustPassword = trustPassword;
        this.certificate = certificate;
        this.key = key;
        this.keyPassword = keyPassword;
        this.verifyHost = verifyHost;
    }

    /**
     * The authorities of the Java runtime, no certificate of our own, host names are checked.
     *
     * @return what holds where nothing is set
     */
    public static TlsSettings defaults() {
        return DEFAULTS;
    }

    /**
     * Sets whom to trust, in place of the authorities of the Java runtime.
     *
     * @param file certificates in PEM, or a key store
     * @return the changed settings
     */
    public TlsSettings withTrust(Path file) {
        return new TlsSettings(Optional.of(file), trustPassword, certificate, key, keyPassword, verifyHost);
    }

    /**
     * Sets the password of the trust store.
     *
     * @param password the password
     * @return the changed settings
     */
    public TlsSettings withTrustPassword(String password) {
        return new TlsSettings(trust, Optional.of(password), certificate, key, keyPassword, verifyHost);
    }

    /**
     * Sets who we are.
     *
     * @param file the certificate and its chain in PEM, or a key store with the key
     * @return the changed settings
     */
    public TlsSettings withCertificate(Path file) {
        return new TlsSettings(trust, trustPassword, Optional.of(file), key, keyPassword, verifyHost);
    }

    /**
     * Sets the private key of the certificate, where that is in PEM and the key is not in the same file.
     *
     * @param file PKCS#8 in PEM
     * @return the changed settings
     */
    public TlsSettings withKey(Path file) {
        return new TlsSettings(trust, trustPassword, certificate, Optional.of(file), keyPassword, verifyHost);
    }

    /**
     * Sets the password of the key, or of the key store.
     *
     * @param password the password
     * @return the changed settings
     */
    public TlsSettings withKeyPassword(String password) {
        return new TlsSettings(trust, trustPassword, certificate, key, Optional.of(password), verifyHost);
    }

    /**
     * Sets whether the certificate of a server has to be for the host that was asked for. Without it, whoever has any
     * certificate of a trusted authority can take the place of the server.
     *
     * @param verify built-in true
     * @return the changed settings
     */
    public TlsSettings withVerifyHost(boolean verify) {
        return new TlsSettings(trust, trustPassword, certificate, key, keyPassword, verify);
    }

    /** {@return the file of those who are trusted} */
    public Optional<Path> trust() {
        return trust;
    }

    /** {@return its password} */
    public Optional<String> trustPassword() {
        return trustPassword;
    }

    /** {@return the file of the own certificate} */
    public Optional<Path> certificate() {
        return certificate;
    }

    /** {@return the file of its key} */
    public Optional<Path> key() {
        return key;
    }

    /** {@return the password of the key} */
    public Optional<String> keyPassword() {
        return keyPassword;
    }

    /** {@return whether host names are checked} */
    public boolean verifyHost() {
        return verifyHost;
    }
}
