package io.gearmancdi.benchmarks;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
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

    Gearman.Builder gearman() {
        return Gearman.builder()
                .servers(List.of(ServerAddress.parse(host + ":" + port)))
                .generateUniqueKeys(false)
                .clientTimeout(Duration.ZERO);
    }

    /** Bytes that differ from job to job. */
    static byte[] payload(int size, int job) {
        var bytes = new byte[size];
        if (size >= Integer.BYTES) {
            ByteBuffer.wrap(bytes).putInt(job);
        }
        return bytes;
    }
}
