package io.gearmancdi.cli;

import io.gearmancdi.cdi.config.Configuration;
import io.gearmancdi.cli.cache.CacheDirectory;
import io.gearmancdi.cli.cache.CacheMode;
import io.gearmancdi.cli.cache.Origin;
import io.gearmancdi.discovery.Key;
import io.gearmancdi.discovery.Problems;
import io.gearmancdi.discovery.Settings;
import io.gearmancdi.discovery.SettingsReader;
import io.gearmancdi.discovery.Values;
import java.nio.file.Path;
import java.util.List;

/**
 * What the whole configuration says of the cache.
 *
 * @param mode where catalogs are kept
 * @param directory where the files are
 */
record CacheSettings(CacheMode mode, Path directory) {

    private static final List<String> PROFILES =
            List.of("mp.config.profile", "smallrye.config.profile", "quarkus.profile");

    static CacheSettings read(Origin origin) {
        var settings = Configuration.open();
        var problems = new Problems();
        var reader = new SettingsReader(settings, problems);
        var mode = reader.value(Key.CACHE, text -> Values.choice(CacheMode.class, text));
        var directory = reader.value(Key.CACHE_DIRECTORY, text -> CacheDirectory.of(text, origin));
        problems.throwIfAny();
        boolean said = settings.get(Key.CACHE.pattern()).isPresent();
        return new CacheSettings(said || !isDevelopment(settings) ? mode : CacheMode.OFF, directory);
    }

    private static boolean isDevelopment(Settings settings) {
        return PROFILES.stream()
                        .flatMap(name -> settings.get(name).stream())
                        .flatMap(profiles -> List.of(profiles.split(",", -1)).stream())
                        .anyMatch(profile -> profile.strip().equals("dev"))
                || settings.get("org.jboss.weld.development")
                        .filter("true"::equals)
                        .isPresent();
    }
}
