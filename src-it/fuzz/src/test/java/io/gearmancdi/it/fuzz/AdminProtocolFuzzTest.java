package io.gearmancdi.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gearmancdi.protocol.AdminProtocol;
import io.gearmancdi.protocol.AdminProtocol.FunctionStatus;
import io.gearmancdi.protocol.AdminProtocol.JobStatus;
import io.gearmancdi.protocol.AdminProtocol.PriorityStatus;
import io.gearmancdi.protocol.AdminProtocol.WorkerStatus;
import io.gearmancdi.protocol.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Lines of any server: each is a row that can be written and read again, or it is refused. */
class AdminProtocolFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void aLineIsARowOrIsRefused(byte[] input) {
        var line = new String(input, StandardCharsets.UTF_8);
        check(line, FunctionStatus::parse, FunctionStatus::format);
        check(line, PriorityStatus::parse, PriorityStatus::format);
        check(line, JobStatus::parse, JobStatus::format);
        check(line, WorkerStatus::parse, WorkerStatus::format);
        check(line, AdminProtocol::parseVersion, AdminProtocol::formatVersion);
        if (AdminProtocol.isError(line)) {
            assertThat(line).doesNotContain("\t");
        }
    }

    private static <T> void check(String line, Function<String, T> parse, Function<T, String> format) {
        T row;
        try {
            row = parse.apply(line);
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).as("says why").isNotBlank();
            return;
        }
        assertThat(parse.apply(format.apply(row))).isEqualTo(row);
    }
}
