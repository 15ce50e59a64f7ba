package io.gearmancdi.cli;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.cdi.ConsoleOutput;
import io.gearmancdi.cli.cache.CacheDirectory;
import io.gearmancdi.cli.cache.CacheMode;
import io.gearmancdi.cli.cache.CatalogCache;
import io.gearmancdi.cli.cache.Origin;
import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process of its own: the application is booted only when the cache cannot answer. For one thread. */
final class ProgramHost implements Host {

    private final Application application;
    private @Nullable CatalogCache cache;
    private @Nullable Catalog known;

    ProgramHost(Application application) {
        this.application = application;
    }

    @Override
    public GearmanWorkers workers() {
        return application.get(GearmanWorkers.class);
    }

    @Override
    public GearmanClient client() {
        return application.get(GearmanClient.class);
    }

    @Override
    public GearmanAdmin admin() {
        return application.get(GearmanAdmin.class);
    }

    @Override
    public ConsoleOutput output() {
        return application.get(ConsoleOutput.class);
    }

    @Override
    public Catalog catalog() {
        if (known == null) {
            known = kept().orElseGet(this::look);
        }
        return known;
    }

    private Optional<Catalog> kept() {
        var catalog = cache().read();
        if (catalog.isPresent()) {
            return catalog;
        }
        var settings = settings();
        return settings.mode() == CacheMode.FILE && !settings.directory().equals(cache().directory())
                ? cache().moved(settings.directory()).read()
                : Optional.empty();
    }

    private Catalog look() {
        var catalog = boot();
        try {
            keep(catalog);
        } catch (IOException e) {
            // Without a cache it only takes longer; cache:warmup tells why
            return catalog;
        }
        return catalog;
    }

    private Catalog boot() {
        return Catalogs.of(workers(), Setup.read());
    }

    private String keep(Catalog catalog) throws IOException {
        var settings = settings();
        if (settings.mode() != CacheMode.FILE) {
            return "Nothing is kept: there is no cache in files, by gearman.cache or in development";
        }
        var sources = ConfigFiles.find();
        if (!sources.unknown().isEmpty()) {
            return "Nothing is kept: changes of this configuration are not seen: " + sources.unknown();
        }
        var target = cache().moved(settings.directory());
        return target.write(catalog, sources.files())
                ? "Kept in " + target.file()
                : "Nothing is kept: the class path is being changed";
    }

    /** Opened before anything of this process changes a system property. */
    private CatalogCache cache() {
        if (cache == null) {
            var origin = Origin.of(application.classPath());
            cache = CatalogCache.in(CacheDirectory.of(origin), origin);
        }
        return cache;
    }

    private CacheSettings settings() {
        var origin = cache().origin();
        application.enter();
        return CacheSettings.read(origin);
    }

    @Override
    public Launch launch() {
        return LaunchWords.of(application.options());
    }

    @Override
    public boolean confirms(String question) {
        return Terminal.confirms(question);
    }

    @Override
    public String clearCache() {
        var directory = settings().directory();
        try {
            return "Cleared " + directory + ", files: "
                    + cache().moved(directory).clear();
        } catch (IOException e) {
            throw new UncheckedIOException("The cache cannot be cleared: " + directory, e);
        }
    }

    @Override
    public String warmUpCache() {
        cache();
        known = boot();
        try {
            return keep(known);
        } catch (IOException e) {
            throw new UncheckedIOException("The cache cannot be written; see gearman.cache.directory", e);
        }
    }
}
