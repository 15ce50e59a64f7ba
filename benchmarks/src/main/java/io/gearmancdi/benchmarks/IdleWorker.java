package io.gearmancdi.benchmarks;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The smallest worker: the driver, and what starts it. The options are those that all programs here get; no library
 * reads them, for that would be in memory too.
 */
final class IdleWorker {

    private IdleWorker() {}

    /**
     * Works until it is killed.
     *
     * @param arguments {@code worker --port P --function F}, and others that do not matter
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        var words = List.of(arguments);
        var server = ServerAddress.parse("127.0.0.1:" + after(words, "--port"));
        try (var gearman = Gearman.builder().servers(List.of(server)).build();
                var worker = gearman.workers().register(after(words, "--function"), job -> job.bytes(), same -> same)) {
            new CountDownLatch(1).await();
        }
    }

    private static String after(List<String> words, String option) {
        return words.get(words.indexOf(option) + 1);
    }

    /** The same machine without a worker. */
    static final class Nothing {

        private Nothing() {}

        /**
         * Waits until it is killed.
         *
         * @param arguments do not matter
         * @throws InterruptedException if it is interrupted
         */
        public static void main(String[] arguments) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }
}
