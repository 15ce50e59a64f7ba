package io.gearmancdi.it.wildfly;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.TestJobServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Calls every function on every server, again and again, from opening to closing. */
final class Load implements AutoCloseable {

    /** A worker that has ended a job finds the next one ready. */
    private static final int AT_ONCE = 3;

    private static final int ROUND = 10;

    private final List<Gearman> clients = new ArrayList<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private Load() {}

    static Load on(List<TestJobServer> servers, List<String> functions) {
        var load = new Load();
        for (var server : servers) {
            var gearman = Gearman.builder().servers(List.of(server.address())).build();
            load.clients.add(gearman);
            for (var function : functions) {
                var answered =
                        load.answers.computeIfAbsent(function + " at " + server.address(), key -> new AtomicInteger());
                for (int i = 0; i < AT_ONCE; i++) {
                    load.call(gearman.client().foreign(), function, answered);
                }
            }
        }
        return load;
    }

    private void call(GearmanClient client, String function, AtomicInteger answered) {
        client.doJobAsync(function, "here").thenAccept(result -> {
            if (result.isSuccess() && !closed) {
                answered.incrementAndGet();
                call(client, function, answered);
            }
        });
    }

    /** Every function has answered ten times more, on every server. */
    void awaitEveryFunction() {
        answers.values().forEach(answered -> answered.set(0));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> answers.values().stream().allMatch(answered -> answered.get() >= ROUND));
    }

    @Override
    public void close() {
        closed = true;
        clients.forEach(Gearman::close);
    }
}
