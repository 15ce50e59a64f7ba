package io.gearmancdi.protocol.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Certificates and PKCS#8 keys as text. */
final class Pem {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END");

    private Pem() {}

    static boolean isPem(byte[] content) {
        return new String(content, ISO_8859_1).contains("-----BEGIN ");
    }

    static List<Certificate> certificates(byte[] content) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var found = new java.util.ArrayList<Certificate>();
        var blocks = BLOCK.matcher(new String(content, ISO_8859_1));
        while (blocks.find()) {
            if (blocks.group(1).endsWith("CERTIFICATE")) {
                found.add(factory.generateCertificate(new ByteArrayInputStream(decoded(blocks.group(2)))));
            }
        }
        return found;
    }

    /** The first private key; null where there is none. */
    static @Nullable PrivateKey key(byte[] content, Optional<String> password)
            throws GeneralSecurityException, IOException {
        var blocks = BLOCK.matcher(new String(content, ISO_8859_1));
        while (blocks.find()) {
            switch (blocks.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(new PKCS8EncodedKeySpec(decoded(blocks.group(2))));
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return key(decrypted(decoded(blocks.group(2)), password));
                }
                case "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" ->
                    throw new IOException(
                            "the key is not PKCS#8: convert it with 'openssl pkcs8 -topk8 -nodes -in OLD -out NEW'");
                default -> {}
            }
        }
        return null;
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] encoded, Optional<String> password)
            throws GeneralSecurityException, IOException {
        var secret = password.orElseThrow(() -> new IOException("the key is encrypted and no password is given"));
        var info = new EncryptedPrivateKeyInfo(encoded);
        var parameters = info.getAlgParameters();
        // PBES2 is a family; its parameters know the real name
        var name = info.getAlgName().equals("PBES2") || info.getAlgName().startsWith("1.2.840.113549.1.5.13")
                ? parameters.toString()
                : info.getAlgName();
        var key = SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(secret.toCharArray()));
        var cipher = javax.crypto.Cipher.getInstance(name);
        cipher.init(javax.crypto.Cipher.DECRYPT_MODE, key, parameters);
        return info.getKeySpec(cipher);
    }

    private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // of another kind
            }
        }
        throw new InvalidKeySpecException("a key of an unknown kind; RSA, EC and EdDSA are known");
    }

    private static byte[] decoded(String block) {
        return Base64.getMimeDecoder().decode(block);
    }
}
