package io.gearmancdi.it.peers;

import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.ServerProcess;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.spi.TaskListener;
import java.time.Duration;
import java.util.List;

/** One job server with a worker in PHP and one in Java that do the same. */
final class Sides implements AutoCloseable {

    final TestJobServer server;
    final Gearman gearman;
    private final ServerProcess php;

    private Sides(TestJobServer server, Gearman gearman, ServerProcess php) {
        this.server = server;
        this.gearman = gearman;
        this.php = php;
    }

    static Sides on(JobServerKind kind, TaskListener listener) {
        var server = TestJobServer.start(kind);
        try {
            var php = Php.start("worker.php", server.address(), "php");
            var gearman = Gearman.builder()
                    .servers(List.of(server.address()))
                    .clientTimeout(Duration.ofSeconds(30))
                    .taskListener(listener)
                    .build();
            JavaJobs.offer(gearman, "java");
            return new Sides(server, gearman, php);
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    @Override
    public void close() {
        gearman.close();
        php.close();
        server.close();
    }
}
