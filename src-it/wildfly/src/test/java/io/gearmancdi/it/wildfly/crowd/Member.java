package io.gearmancdi.it.wildfly.crowd;

import io.gearmancdi.Job;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One of many workers. */
class Member {

    private final CountDownLatch never = new CountDownLatch(1);

    /** Takes its time, and a thread meanwhile. */
    @Job
    String serve(String text) throws InterruptedException {
        return never.await(20, TimeUnit.MILLISECONDS) ? "never" : text;
    }
}
