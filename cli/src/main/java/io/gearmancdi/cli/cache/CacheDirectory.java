package io.gearmancdi.cli.cache;

import java.nio.file.Path;
import java.util.Map;

/** Where the files are. */
public final class CacheDirectory {

    private static final String KEY = "gearman.cache.directory";

    private CacheDirectory() {}

    /**
     * What properties and environment say; the application's own configuration may say something else.
     *
     * @param origin the properties and the environment
     * @return the directory
     */
    public static Path of(Origin origin) {
        return of(configured(origin.properties(), origin.environment()), origin);
    }

    /**
     * What a configuration says.
     *
     * @param configured the directory; empty: the user's own for caches
     * @param origin the properties and the environment
     * @return the directory
     */
    public static Path of(String configured, Origin origin) {
        if (!configured.isBlank()) {
            return Path.of(configured.strip()).toAbsolutePath();
        }
        var caches = origin.environment().getOrDefault("XDG_CACHE_HOME", "");
        var parent = caches.isEmpty()
                ? Path.of(origin.properties().getOrDefault("user.home", "."), ".cache")
                : Path.of(caches);
        return parent.resolve("gearman-cdi").toAbsolutePath();
    }

    private static String configured(Map<String, String> properties, Map<String, String> environment) {
        for (var text : new String[] {
            properties.get(KEY),
            environment.get(KEY),
            environment.get("gearman_cache_directory"),
            environment.get("GEARMAN_CACHE_DIRECTORY")
        }) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
