package io.gearmancdi.driver.client;

/** How a request is to be sent, and who reads its answer. While other answers are owed: {@link #WITH_OTHERS}. */
enum Haste {
    /** At once; the thread that waits for it may read the answer itself. */
    READS_ITSELF,

    /** At once; the I/O thread reads. */
    AT_ONCE,

    /** With what follows from the same thread, which says when that is all, or when the answers that are owed come. */
    WITH_OTHERS
}
