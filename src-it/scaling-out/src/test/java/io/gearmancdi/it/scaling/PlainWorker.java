package io.gearmancdi.it.scaling;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A worker in a process of its own, without CDI. */
public final class PlainWorker {

    private PlainWorker() {}

    /**
     * Works until it is killed.
     *
     * @param servers the job servers
     * @throws InterruptedException never
     */
    public static void main(String... servers) throws InterruptedException {
        var addresses = Stream.of(servers).map(ServerAddress::parse).toList();
        try (var gearman = Gearman.builder().servers(addresses).build()) {
            gearman.workers()
                    .register(
                            "tally",
                            job -> {
                                LockSupport.parkNanos(TallyWorker.NANOS);
                                Note.write(job.text());
                                return null;
                            },
                            settings -> settings);
            new CountDownLatch(1).await();
        }
    }
}
