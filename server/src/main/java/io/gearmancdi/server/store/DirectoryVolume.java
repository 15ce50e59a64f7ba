package io.gearmancdi.server.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory, which a lock keeps for one process. The system gives the lock free when the process ends, however it
 * does.
 */
final class DirectoryVolume implements Volume {
    private static final String LOCK = "lock";
    private static final String OF_THE_FILE_SYSTEM = "lost+found";

    private final Path directory;
    private final FileChannel lock;

    private DirectoryVolume(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Makes the directory where there is none. */
    static DirectoryVolume open(Path directory) throws IOException {
        Files.createDirectories(directory);
        var channel = FileChannel.open(directory.resolve(LOCK), CREATE, WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new StoreException("The store " + directory + " is in use by another job server");
        }
        return new DirectoryVolume(directory, channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this process
        }
    }

    @Override
    public List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(LOCK) && !name.equals(OF_THE_FILE_SYSTEM) && !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(directory.resolve(name));
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(directory.resolve(name));
    }

    @Override
    public LogFile create(String name) throws IOException {
        return new Channel(FileChannel.open(directory.resolve(name), CREATE_NEW, WRITE));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(directory.resolve(name));
    }

    @Override
    public void forceNames() throws IOException {
        try (var channel = openDirectory()) {
            if (channel != null) {
                channel.force(true);
            }
        }
    }

    /** Null on Windows, which opens no directories and writes their entries through. */
    private @Nullable FileChannel openDirectory() throws IOException {
        return System.getProperty("os.name", "").startsWith("Windows") ? null : FileChannel.open(directory, READ);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private record Channel(FileChannel file) implements LogFile {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            file.force(false);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
