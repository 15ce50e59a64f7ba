package com.acme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** Rows to import; a test gives them out one by one. */
@ApplicationScoped
class Rows {

    private final Semaphore ready = new Semaphore(0);

    void give(int rows) {
        ready.release(rows);
    }

    void read(int row) {
        ready.acquireUninterruptibly();
    }
}
