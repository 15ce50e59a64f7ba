package io.gearmancdi.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gearmancdi.TypeRef;
import io.gearmancdi.WorkloadCodecException;
import io.gearmancdi.cdi.json.JsonCodec;
import io.gearmancdi.driver.payload.Payloads;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workloads of any client, for jobs that want objects: an object comes of it, or the exception that fails the job. */
class WorkloadFuzzTest {

    private static final Payloads PAYLOADS = new Payloads(new JsonCodec());

    private static final List<Type> TYPES = List.of(
            Picture.class,
            Object.class,
            new TypeRef<List<Picture>>() {}.type(),
            new TypeRef<Map<String, List<Integer>>>() {}.type(),
            int.class,
            BigDecimal.class,
            Instant.class,
            String.class,
            boolean[].class);

    /** What a job may want. */
    public static class Picture {
        public String name;
        public int width;
        public Optional<Double> scale;
        public List<Picture> parts;
        public Map<String, Instant> seen;
        public Colour colour;
    }

    /** What a picture may be in. */
    public enum Colour {
        RED,
        GREEN
    }

    /** The first byte chooses the type. */
    @FuzzTest(maxDuration = "2m")
    void anObjectOrOneException(byte[] input) {
        if (input.length > 0) {
            var payload = Arrays.copyOfRange(input, 1, input.length);
            var type = TYPES.get((input[0] & 0xff) % TYPES.size());
            try {
                PAYLOADS.decode(payload, type, "The workload");
            } catch (WorkloadCodecException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
