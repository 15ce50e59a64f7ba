package io.gearmancdi.driver.client;

/** How a request is to be sent, and who reads its answer. */
enum Haste {
    /** At once; the thread that waits for it may read the answer itself. */
    READS_ITSELF,

    /** At once, unless other answers are owed; the I/O thread reads. */
    AT_ONCE,

    /** With what follows from the same thread, which says when that is all. */
    WITH_OTHERS
}
