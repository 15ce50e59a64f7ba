package io.gearmancdi.driver.admin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;

/**
 * A socket whose reads all end by one deadline, also those of TLS over it: the bytes of a handshake may come one by
 * one.
 */
final class PatientSocket extends Socket {

    private long deadline;

    /** Not connected; the deadline is one of {@link System#nanoTime}. */
    PatientSocket(long deadline) {
        this.deadline = deadline;
    }

    void deadline(long next) {
        deadline = next;
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
        connect(address, millisLeft());
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                setSoTimeout(millisLeft());
                return super.read(target, offset, length);
            }
        };
    }

    private int millisLeft() throws SocketTimeoutException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("nothing in time");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
