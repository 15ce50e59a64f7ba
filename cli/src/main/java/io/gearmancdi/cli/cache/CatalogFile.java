package io.gearmancdi.cli.cache;

import io.gearmancdi.cli.view.Catalog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What stands in a file: a head with a checksum of the rest, the fingerprint that it was written for, the files that it
 * depends on beyond that, and the catalog.
 *
 * @param fingerprint what it was written for
 * @param witnesses files that must not have changed since
 * @param catalog the catalog
 */
record CatalogFile(Fingerprint fingerprint, List<Witness> witnesses, Catalog catalog) {

    static final String SUFFIX = ".catalog";

    private static final int MAGIC = 0x47434349;
    private static final int VERSION = 1;

    byte[] toBytes() throws IOException {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        out.writeLong(fingerprint.value());
        CatalogCodec.writeAll(witnesses, CatalogFile::write, out);
        CatalogCodec.write(catalog, out);
        var file = new ByteArrayOutputStream();
        var head = new DataOutputStream(file);
        head.writeInt(MAGIC);
        head.writeInt(VERSION);
        head.writeLong(checksum(body.toByteArray()));
        body.writeTo(file);
        return file.toByteArray();
    }

    /**
     * Reads one.
     *
     * @throws IOException if it is damaged
     */
    static CatalogFile of(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            throw new StreamCorruptedException("No catalog of this version");
        }
        if (in.readLong() != checksum(in.readAllBytes())) {
            throw new StreamCorruptedException("The checksum is wrong");
        }
        in.reset();
        in.skipNBytes(Integer.BYTES * 2 + Long.BYTES);
        var file = new CatalogFile(
                new Fingerprint(in.readLong()),
                CatalogCodec.readAll(CatalogFile::readWitness, in),
                CatalogCodec.read(in));
        if (in.available() > 0) {
            throw new StreamCorruptedException("More than a catalog");
        }
        return file;
    }

    private static long checksum(byte[] body) {
        var checksum = new CRC32C();
        checksum.update(body);
        return checksum.getValue();
    }

    private static void write(Witness witness, DataOutputStream out) throws IOException {
        CatalogCodec.writeText(witness.path(), out);
        out.writeLong(witness.size());
        out.writeLong(witness.modified());
    }

    private static Witness readWitness(DataInputStream in) throws IOException {
        return new Witness(CatalogCodec.readText(in), in.readLong(), in.readLong());
    }
}
