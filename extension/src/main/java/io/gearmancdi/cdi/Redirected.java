package io.gearmancdi.cdi;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicReference;

/** Writes to what is the target at the moment; stays open. */
final class Redirected extends Writer {

    private final AtomicReference<Writer> target;

    Redirected(AtomicReference<Writer> target) {
        this.target = target;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        target.get().write(text, from, length);
    }

    @Override
    public void flush() throws IOException {
        target.get().flush();
    }

    @Override
    public void close() {
        // Others go on writing
    }
}
