package io.gearmancdi.driver.admin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket whose reads all end by one deadline, also those of TLS over it: the bytes of a handshake may come one by one. */
final class PatientSocket extends Socket {

    private final Deadline deadline;

    PatientSocket(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(deadline.millisLeft());
                return super.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                setSoTimeout(deadline.millisLeft());
                return super.read(target, offset, length);
            }
        };
    }
}
