package io.gearmancdi.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LendingTest {

    private static final int BYTES = 20_000;
    private static final long LONG = 30_000;

    private final IoLoop loop = new IoLoop(task -> new Thread(task, "loop"));
    private final Set<String> readers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean inside = new AtomicBoolean();
    private final ByteBuffer buffer = ByteBuffer.allocate(64);
    private final AtomicInteger read = new AtomicInteger();
    private volatile boolean wrong;
    private SocketChannel socket;
    private SocketChannel peer;
    private Lending lending;

    @BeforeEach
    void open() throws Exception {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket = SocketChannel.open(server.getLocalAddress());
            peer = server.accept();
        }
        socket.configureBlocking(false);
        lending = new Lending(loop, socket, this::read, this::read, () -> {});
        var opened = new CompletableFuture<Void>();
        loop.execute(() -> {
            try {
                lending.open(socket.register(loop.selector(), SelectionKey.OP_READ, new Reads()));
                opened.complete(null);
            } catch (IOException e) {
                opened.completeExceptionally(e);
            }
        });
        opened.get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws IOException {
        peer.close();
        socket.close();
        lending.close();
        loop.close();
    }

    /** Every byte is one more than the last: none is lost, none comes twice, and no two read at the same time. */
    private void read() {
        wrong |= !inside.compareAndSet(false, true);
        try {
            buffer.clear();
            socket.read(buffer);
            buffer.flip();
            if (buffer.hasRemaining()) {
                readers.add(Thread.currentThread().getName());
            }
            while (buffer.hasRemaining()) {
                wrong |= buffer.get() != (byte) read.getAndIncrement();
            }
        } catch (IOException e) {
            // Closed: the test is over
        } finally {
            inside.set(false);
        }
    }

    private void write(int value) throws IOException {
        peer.write(ByteBuffer.wrap(new byte[] {(byte) value}));
    }

    private Thread borrower(Runnable work) {
        var borrower = new Thread(work, "borrower");
        borrower.setDaemon(true);
        borrower.start();
        return borrower;
    }

    /** Until it waits in the place of the I/O thread. */
    static void awaitInside(Thread borrower) {
        await().until(() -> Arrays.stream(borrower.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Lending.class.getName())
                        && frame.getMethodName().equals("select")));
    }

    private final class Reads implements IoLoop.Ready {
        @Override
        public void ready(SelectionKey key) {
            lending.ready();
        }

        @Override
        public void lost(IOException why) {
            // The test is over
        }
    }

    @Test
    void theThreadThatWaitsReads() throws Exception {
        var heard = new CompletableFuture<Boolean>();
        awaitInside(borrower(() -> heard.complete(lending.await(LONG))));

        write(0);

        assertThat(heard.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(readers).containsExactly("borrower");
    }

    @Test
    void afterASilenceTheIoThreadReads() throws Exception {
        assertThat(lending.await(1)).isFalse();

        write(0);

        await().until(() -> read.get() == 1);
        assertThat(readers).containsExactly("loop");
    }

    @Test
    void whoHasReadAndIsAwayHoldsNobodyUp() throws Exception {
        theThreadThatWaitsReads();

        write(1);
        await().until(() -> read.get() == 2);
        write(2);
        await().until(() -> read.get() == 3);

        assertThat(readers).contains("loop");
    }

    @Test
    void whatCameWhileNobodyLookedIsReadByWhoLooks() throws Exception {
        theThreadThatWaitsReads();
        var held = new CompletableFuture<Void>();
        loop.execute(() -> {
            try {
                write(1);
                held.complete(null);
                await().until(() -> read.get() == 2);
            } catch (IOException e) {
                held.completeExceptionally(e);
            }
        });
        held.get(10, TimeUnit.SECONDS);

        await().until(() -> {
            lending.look();
            return read.get() == 2;
        });
    }

    @Test
    void whatTheIoThreadIsLateToReadIsReadByWhoLooksAtAnIdleConnection() throws Exception {
        var busy = new CompletableFuture<Void>();
        var looked = new CompletableFuture<Void>();
        loop.execute(() -> {
            busy.complete(null);
            await().until(looked::isDone);
        });
        busy.get(10, TimeUnit.SECONDS);
        write(0);

        lending.look();
        assertThat(read).hasValue(0);
        await().until(() -> {
            lending.lookFirst();
            return read.get() == 1;
        });
        looked.complete(null);
        write(1);
        await().until(() -> read.get() == 2);

        assertThat(readers).contains("loop");
    }

    @Test
    void whatIsGivenBackTheIoThreadReads() throws Exception {
        theThreadThatWaitsReads();
        lending.giveBack();

        write(1);

        await().until(() -> read.get() == 2);
        assertThat(readers).contains("loop");
    }

    @Test
    void onlyOneThreadIsLentTo() throws Exception {
        awaitInside(borrower(() -> lending.await(LONG)));

        assertThat(lending.await(LONG)).isFalse();
    }

    @Test
    void theIoThreadIsNotLentTo() throws Exception {
        var lent = new CompletableFuture<Boolean>();
        loop.execute(() -> lent.complete(lending.await(LONG)));

        assertThat(lent.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void closingEndsTheWaitAndTheConnection() throws Exception {
        var heard = new CompletableFuture<Boolean>();
        awaitInside(borrower(() -> heard.complete(lending.await(LONG))));

        loop.execute(() -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            lending.close();
        });

        assertThat(heard.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(peer.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }

    @Test
    void everyByteIsReadOnceAndInOrderWhoeverReads() throws Exception {
        var random = new Random(7);
        var over = new AtomicBoolean();
        var borrower = borrower(() -> {
            var own = new Random(11);
            while (!over.get()) {
                boolean heard = lending.await(1);
                int next = own.nextInt(10);
                if (next == 0) {
                    lending.giveBack();
                } else if (next == 1) {
                    lending.lookFirst();
                }
                if (next < 5 || !heard) {
                    LockSupport.parkNanos(own.nextInt(100_000));
                }
            }
        });
        for (int i = 0; i < BYTES; i++) {
            write(i);
            if (random.nextInt(20) == 0) {
                LockSupport.parkNanos(random.nextInt(1_000_000));
            }
        }

        await().until(() -> read.get() == BYTES);
        over.set(true);
        borrower.join();
        assertThat(wrong).isFalse();
        assertThat(readers).containsExactlyInAnyOrder("loop", "borrower");
    }
}
