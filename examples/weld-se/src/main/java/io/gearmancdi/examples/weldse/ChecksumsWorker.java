package io.gearmancdi.examples.weldse;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Sums of bytes, for any program that speaks Gearman. */
@Work(name = "checksums", description = "Sums of bytes")
class ChecksumsWorker {

    @Job(description = "SHA-256, in hexadecimal digits")
    String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Job(description = "CRC-32C, in hexadecimal digits")
    String crc32c(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }
}
