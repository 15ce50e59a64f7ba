package io.gearmancdi.cli.cache;

import io.gearmancdi.cli.view.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The cache in a directory, for one origin. Files that are damaged, out of date or not the user's alone are as if they
 * were not there. Several processes may use it at once. Immutable.
 */
public final class CatalogCache {

    private static final int MOST = 32;

    private final Path directory;
    private final Origin origin;
    private final Fingerprint fingerprint;

    private CatalogCache(Path directory, Origin origin, Fingerprint fingerprint) {
        this.directory = directory;
        this.origin = origin;
        this.fingerprint = fingerprint;
    }

    /**
     * The cache in a directory.
     *
     * @param directory where the files are
     * @param origin what catalogs depend on
     * @return the cache
     */
    public static CatalogCache in(Path directory, Origin origin) {
        return new CatalogCache(directory, origin, origin.fingerprint());
    }

    /**
     * The same in another directory.
     *
     * @param other where the files are
     * @return the cache
     */
    public CatalogCache moved(Path other) {
        return new CatalogCache(other, origin, fingerprint);
    }

    /** {@return where the files are} */
    public Path directory() {
        return directory;
    }

    /** {@return what catalogs depend on} */
    public Origin origin() {
        return origin;
    }

    /** {@return the file of this origin} */
    public Path file() {
        return directory.resolve(fingerprint.fileName());
    }

    /** {@return the catalog, if a whole and current one is kept} */
    public Optional<Catalog> read() {
        try {
            var file = CatalogFile.of(OwnFiles.read(file()));
            var current = file.fingerprint().equals(fingerprint)
                    && file.witnesses().stream().allMatch(Witness::isUnchanged);
            return current ? Optional.of(file.catalog()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // There is none, or it is damaged: it is made again
            return Optional.empty();
        }
    }

    /**
     * Keeps a catalog, unless the class path has changed since this cache was opened.
     *
     * @param catalog the catalog
     * @param files what it depends on beyond the origin
     * @return whether it is kept
     * @throws IOException if it cannot be written
     */
    public boolean write(Catalog catalog, List<Path> files) throws IOException {
        var witnesses = new ArrayList<Witness>();
        files.forEach(file -> witnesses.add(Witness.of(file)));
        ManifestClassPath.behind(origin).forEach(jar -> witnesses.add(Witness.of(jar)));
        if (!origin.fingerprint().equals(fingerprint)) {
            return false;
        }
        OwnFiles.write(file(), new CatalogFile(fingerprint, witnesses, catalog).toBytes());
        prune();
        return true;
    }

    private void prune() throws IOException {
        var files = files();
        if (files.size() > MOST) {
            files.sort(Comparator.comparingLong(CatalogCache::age).reversed());
            for (var old : files.subList(MOST, files.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static long age(Path file) {
        return Witness.of(file).modified();
    }

    /**
     * Deletes all that is kept in the directory, also of other applications.
     *
     * @return how many files there were
     * @throws IOException if one cannot be deleted
     */
    public int clear() throws IOException {
        int count = 0;
        for (var file : files()) {
            count += Files.deleteIfExists(file) ? 1 : 0;
        }
        return count;
    }

    private List<Path> files() throws IOException {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(directory)) {
            try (var files =
                    Files.newDirectoryStream(directory, "*{" + CatalogFile.SUFFIX + "," + OwnFiles.UNFINISHED + "}")) {
                files.forEach(found::add);
            }
        }
        return found;
    }
}
