package io.gearmancdi.benchmarks;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that all commands share. */
final class Load {

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "the job server")
    String host;

    @Option(names = "--port", required = true, description = "its port")
    int port;

    @Option(names = "--function", required = true, description = "the function's name on the wire")
    String function;

    @Option(names = "--jobs", required = true, description = "jobs that count")
    int jobs;

    @Option(names = "--warmup", defaultValue = "0", description = "jobs before them")
    int warmup;

    @Option(
            names = "--api",
            defaultValue = "driver",
            description = "driver, or cdi: injected client and discovered bean")
    Api api;

    @Option(names = "--callbacks", defaultValue = "on", description = "on or off, in a container")
    Callbacks callbacks;

    @Option(names = "--threads", defaultValue = "platform", description = "platform or virtual; the driver's executor")
    Threads threads;

    /** What is put under load as a client. */
    Target target(int maxPending) {
        if (api == Api.DRIVER) {
            return new Target.Driver(gearman().maxPending(maxPending).build());
        }
        var settings = settings();
        settings.put("gearman.autostart", "false");
        settings.put("gearman.client.max-pending", Integer.toString(maxPending));
        return Container.start(settings);
    }

    /** What {@link #gearman} says, for a container. */
    Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "gearman.servers",
                host + ":" + port,
                "gearman.defaults.generate-unique-key",
                "false",
                "gearman.defaults.workers-name-prepend-namespace",
                "false",
                "gearman.defaults.callbacks",
                Boolean.toString(callbacks == Callbacks.ON),
                "gearman.client.timeout",
                "0",
                EchoBean.FUNCTION,
                function));
    }

    Gearman.Builder gearman() {
        var gearman = Gearman.builder();
        if (threads == Threads.VIRTUAL) {
            gearman.executor(threads.executor(0));
        }
        return gearman.servers(List.of(ServerAddress.parse(host + ":" + port)))
                .generateUniqueKeys(false)
                .clientTimeout(Duration.ZERO);
    }

    enum Callbacks {
        ON,
        OFF
    }

    /** Bytes that differ from job to job, at their start and at their end. */
    static byte[] payload(int size, int job) {
        var bytes = new byte[size];
        if (size >= Integer.BYTES) {
            ByteBuffer.wrap(bytes).putInt(job).putInt(size - Integer.BYTES, job);
        }
        return bytes;
    }
}
