package io.gearmancdi.driver.session;

import org.jspecify.annotations.Nullable;

/** A request whose answer comes in the order of requests. */
public abstract class Expected {

    /** Before it is queued it is not written: it may be looked at by then. */
    private volatile long position = Long.MAX_VALUE;

    /** For subclasses. */
    protected Expected() {}

    /**
     * The server refused.
     *
     * @param code its code
     * @param text its text
     */
    protected abstract void refused(String code, String text);

    /**
     * The connection is gone and no answer will come.
     *
     * @param loss how far the request had come
     * @param cause why the connection is gone; null where it was closed on purpose
     */
    protected abstract void lost(Loss loss, @Nullable Throwable cause);

    final void sentAt(long bytesBefore) {
        position = bytesBefore;
    }

    final boolean wasWritten(long bytesWritten) {
        return bytesWritten > position;
    }
}
