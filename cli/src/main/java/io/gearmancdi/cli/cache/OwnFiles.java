package io.gearmancdi.cli.cache;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that are the user's alone, where the file system knows users. */
final class OwnFiles {

    static final String UNFINISHED = ".unfinished";

    private static final int LARGEST = 1 << 24;
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private OwnFiles() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it is not there, too large, or not the user's alone
     */
    static byte[] read(Path file) throws IOException {
        if (knowsUsers()) {
            var attributes = Files.readAttributes(file, PosixFileAttributes.class);
            if (!attributes.owner().getName().equals(System.getProperty("user.name"))) {
                throw new IOException("Of somebody else: " + file);
            }
            for (var permission : attributes.permissions()) {
                if (OF_OTHERS.contains(permission)) {
                    throw new IOException("Open to others: " + file);
                }
            }
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("Too large: " + file);
        }
        return Files.readAllBytes(file);
    }

    /** Writes a file, which is there whole or not at all. */
    static void write(Path file, byte[] bytes) throws IOException {
        var directory = Files.createDirectories(file.toAbsolutePath().getParent(), only("rwx------"));
        var unfinished = Files.createTempFile(directory, "", UNFINISHED, only("rw-------"));
        try {
            Files.write(unfinished, bytes);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static FileAttribute<?>[] only(String permissions) {
        return knowsUsers()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean knowsUsers() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
