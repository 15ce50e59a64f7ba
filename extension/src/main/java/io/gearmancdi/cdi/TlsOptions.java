package io.gearmancdi.cdi;

import io.gearmancdi.TlsSettings;
import io.gearmancdi.discovery.Key;
import io.gearmancdi.discovery.ProblemCode;
import io.gearmancdi.discovery.Problems;
import io.gearmancdi.discovery.SettingsReader;
import io.gearmancdi.discovery.Values;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how connections are secured. Nobody may believe that they are when they are not. */
final class TlsOptions {

    private TlsOptions() {}

    static Optional<TlsSettings> read(SettingsReader reader, EmbeddedServerMode embedded, Problems problems) {
        var settings = TlsSettings.defaults().withVerifyHost(reader.value(Key.TLS_VERIFY_HOST, Values::flag));
        var trust = text(reader, Key.TLS_TRUST);
        var trustPassword = text(reader, Key.TLS_TRUST_PASSWORD);
        var certificate = text(reader, Key.TLS_CERTIFICATE);
        var key = text(reader, Key.TLS_KEY);
        var keyPassword = text(reader, Key.TLS_KEY_PASSWORD);
        boolean asked =
                Stream.of(trust, trustPassword, certificate, key, keyPassword).anyMatch(text -> !text.isEmpty());
        if (!reader.value(Key.TLS_ENABLED, Values::flag)) {
            if (asked || !settings.verifyHost()) {
                add(problems, "other keys of gearman.tls are set and this one is not true", "Set it, or take them out");
            }
            return Optional.empty();
        }
        if (embedded != EmbeddedServerMode.NEVER && certificate.isEmpty()) {
            add(
                    problems,
                    "the embedded job server has no certificate",
                    "Set gearman.tls.certificate to one for its host");
        }
        settings = trust.isEmpty() ? settings : settings.withTrust(Path.of(trust));
        settings = trustPassword.isEmpty() ? settings : settings.withTrustPassword(trustPassword);
        settings = certificate.isEmpty() ? settings : settings.withCertificate(Path.of(certificate));
        settings = key.isEmpty() ? settings : settings.withKey(Path.of(key));
        return Optional.of(keyPassword.isEmpty() ? settings : settings.withKeyPassword(keyPassword));
    }

    private static String text(SettingsReader reader, Key key) {
        return reader.value(key, String::strip);
    }

    private static void add(Problems problems, String reason, String mend) {
        problems.add(ProblemCode.BAD_SETTING, Key.TLS_ENABLED.pattern(), reason, mend);
    }
}
