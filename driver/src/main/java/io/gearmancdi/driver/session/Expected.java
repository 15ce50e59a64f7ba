package io.gearmancdi.driver.session;

/** A request whose answer comes in the order of requests. */
public abstract class Expected {

    private long position;

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
     */
    protected abstract void lost(Loss loss);

    final void sentAt(long bytesBefore) {
        position = bytesBefore;
    }

    final boolean wasWritten(long bytesWritten) {
        return bytesWritten > position;
    }
}
