package io.gearmancdi.it;

import io.gearmancdi.GearmanClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Foreground calls of many threads through one client; every answer is compared with its question. */
final class ManyCalls {

    static final int THREADS = 32;
    /** Ten times as many on one runtime, Weld SE 6 with gearmand. */
    static final int CALLS = Integer.getInteger("it.calls", 1_000);

    private final GearmanClient client;
    private final String job;
    private final LongAdder right = new LongAdder();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    ManyCalls(GearmanClient client, String job) {
        this.client = client;
        this.job = job;
    }

    void run() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < THREADS; i++) {
            var name = "caller-" + i;
            var thread = new Thread(() -> call(name), name);
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private void call(String name) {
        try {
            for (int i = 0; i < CALLS; i++) {
                var question = name + "/" + i;
                var answer = client.doJob(job, question).text();
                if (answer.equals(question)) {
                    right.increment();
                } else {
                    wrong.add(question + " got " + answer);
                }
            }
        } catch (RuntimeException e) {
            wrong.add(name + " threw " + e);
        }
    }

    long rightAnswers() {
        return right.sum();
    }

    List<String> wrongAnswers() {
        return List.copyOf(wrong);
    }
}
