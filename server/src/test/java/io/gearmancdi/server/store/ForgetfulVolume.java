package io.gearmancdi.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A disk that loses at {@link #loseCurrent} whatever was not forced: bytes, and names of files. */
final class ForgetfulVolume implements Volume {
    private static final int BLOCK = 512;

    private final Map<String, Content> files = new TreeMap<>();
    private final Map<String, Content> deleted = new TreeMap<>();
    private CountDownLatch gate = new CountDownLatch(0);
    private boolean failing;
    private boolean forcing;
    private int forces;

    private static final class Content {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int forced;
        private boolean named;

        private byte[] remains(Random chance) {
            int luck = chance.nextInt(101);
            var left = bytes.toByteArray();
            int end = forced;
            for (int block = forced; block < left.length; block += BLOCK - block % BLOCK) {
                int next = Math.min(left.length, block + BLOCK - block % BLOCK);
                if (chance.nextInt(100) < luck) {
                    end = next;
                } else {
                    Arrays.fill(left, block, next, (byte) 0);
                }
            }
            return Arrays.copyOf(left, end);
        }
    }

    /** From now on a force waits until {@link #lift}. */
    synchronized void block() {
        gate = new CountDownLatch(1);
    }

    synchronized void lift() {
        gate.countDown();
    }

    /** Whether a force has begun: what is written from then on is not part of it. */
    synchronized boolean isForcing() {
        return forcing;
    }

    synchronized void fail() {
        failing = true;
    }

    synchronized int forces() {
        return forces;
    }

    /** The power fails: a new disk with what the old one holds for sure, and of the rest of each file some bytes. */
    synchronized ForgetfulVolume loseCurrent(int survivors) {
        var after = new ForgetfulVolume();
        files.forEach((name, content) -> {
            if (content.named) {
                int left = Math.min(content.bytes.size(), content.forced + survivors);
                after.put(name, Arrays.copyOf(content.bytes.toByteArray(), left));
            }
        });
        return after;
    }

    /**
     * The power fails: a new disk with what the old one holds for sure, and of the rest whatever chance has it: any
     * blocks of a file, new files without their names, deleted files that are there again.
     */
    synchronized ForgetfulVolume loseSome(Random chance) {
        var after = new ForgetfulVolume();
        files.forEach((name, content) -> {
            if (content.named || chance.nextBoolean()) {
                after.put(name, content.remains(chance));
            }
        });
        deleted.forEach((name, content) -> {
            if (chance.nextBoolean()) {
                after.put(name, content.remains(chance));
            }
        });
        return after;
    }

    /** A disk on which everything is safe that was written: what a process leaves that is killed. */
    synchronized ForgetfulVolume keepAll() {
        var after = new ForgetfulVolume();
        files.forEach((name, content) -> after.put(name, content.bytes.toByteArray()));
        return after;
    }

    synchronized void put(String name, byte[] bytes) {
        var content = new Content();
        content.bytes.writeBytes(bytes);
        content.forced = bytes.length;
        content.named = true;
        files.put(name, content);
    }

    synchronized byte[] get(String name) {
        return content(name).bytes.toByteArray();
    }

    synchronized long total() {
        return files.values().stream()
                .mapToLong(content -> content.bytes.size())
                .sum();
    }

    private Content content(String name) {
        var content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException(name);
        }
        return content;
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public synchronized long size(String name) {
        return content(name).bytes.size();
    }

    @Override
    public synchronized InputStream read(String name) {
        return new ByteArrayInputStream(get(name));
    }

    @Override
    public synchronized LogFile create(String name) throws IOException {
        var content = new Content();
        if (files.putIfAbsent(name, content) != null) {
            throw new IOException(name + " is there");
        }
        return new LogFile() {
            @Override
            public void write(ByteBuffer bytes) {
                synchronized (ForgetfulVolume.this) {
                    var copy = new byte[bytes.remaining()];
                    bytes.get(copy);
                    content.bytes.writeBytes(copy);
                }
            }

            @Override
            public void force() throws IOException {
                int size;
                synchronized (ForgetfulVolume.this) {
                    size = content.bytes.size(); // what comes during the force is not part of it
                    forcing = true;
                }
                await();
                synchronized (ForgetfulVolume.this) {
                    if (failing) {
                        throw new IOException("The disk is broken");
                    }
                    forces++;
                    content.forced = size;
                    forcing = false;
                }
            }

            @Override
            public void close() {
                // bytes stay
            }
        };
    }

    private void await() throws IOException {
        CountDownLatch open;
        synchronized (this) {
            open = gate;
        }
        try {
            if (!open.await(30, TimeUnit.SECONDS)) {
                throw new IOException("Blocked for too long");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public synchronized void delete(String name) {
        deleted.put(name, content(name));
        files.remove(name);
    }

    @Override
    public synchronized void forceNames() {
        files.values().forEach(content -> content.named = true);
        deleted.clear();
    }

    @Override
    public void close() {
        // nothing is locked
    }

    @Override
    public String toString() {
        return "of a test";
    }
}
