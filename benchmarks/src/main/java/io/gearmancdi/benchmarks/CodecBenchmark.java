package io.gearmancdi.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Frame;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Packets to bytes and back, a hundred at a time as they stand in one read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(CodecBenchmark.PACKETS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {

    static final int PACKETS = 100;
    private static final int MAX_BODY = 16 * 1024 * 1024;

    /** Bytes of the workload or the result. */
    @Param({"64", "4096", "65536"})
    public int payload;

    private Packet submission;
    private Encoder requests;
    private ByteBuffer written;
    private ByteBuffer completions;

    /** Makes the packets. */
    @Setup
    public void prepare() {
        submission = Packet.of(
                PacketType.SUBMIT_JOB,
                "com.acme.Texts~reverse".getBytes(UTF_8),
                "0123456789".getBytes(UTF_8),
                new byte[payload]);
        requests = Encoder.of(Magic.REQUEST);
        written = ByteBuffer.allocateDirect(requests.length(submission) * PACKETS);

        var responses = Encoder.of(Magic.RESPONSE);
        var completion = Packet.of(PacketType.WORK_COMPLETE, "H:server:12".getBytes(UTF_8), new byte[payload]);
        completions = ByteBuffer.allocateDirect(responses.length(completion) * PACKETS);
        for (int i = 0; i < PACKETS; i++) {
            responses.write(completion, completions);
        }
        completions.flip();
    }

    /** {@return the filled buffer} */
    @Benchmark
    public ByteBuffer encode() {
        written.clear();
        for (int i = 0; i < PACKETS; i++) {
            requests.write(submission, written);
        }
        return written;
    }

    /**
     * Reads all packets.
     *
     * @param blackhole takes them
     */
    @Benchmark
    public void decode(Blackhole blackhole) {
        var decoder = Decoder.ofResponses(MAX_BODY);
        var source = completions.duplicate();
        while (source.hasRemaining()) {
            fill(decoder.target(), source);
            for (Frame frame = decoder.next(); frame != null; frame = decoder.next()) {
                blackhole.consume(frame);
            }
        }
    }

    private static void fill(ByteBuffer target, ByteBuffer source) {
        int count = Math.min(target.remaining(), source.remaining());
        target.put(source.slice(source.position(), count));
        source.position(source.position() + count);
    }
}
