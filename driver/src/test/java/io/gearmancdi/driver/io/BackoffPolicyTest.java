package io.gearmancdi.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffPolicyTest {

    private final BackoffPolicy policy = new BackoffPolicy(Duration.ofMillis(100), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "1, 100",
        "2, 200",
        "3, 400",
        "4, 800",
        "9, 25600",
        "10, 30000",
        "64, 30000",
        "1000, 30000",
        "2147483647, 30000"
    })
    void theLongestWaitDoublesUpToTheBound(int failures, long millis) {
        assertThat(policy.after(failures, bound -> bound - 1)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100})
    void theShortestWaitIsNone(int failures) {
        assertThat(policy.after(failures, bound -> 0)).isZero();
    }

    @Test
    void aConstantWaitIsPossible() {
        var constant = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(constant.after(7, bound -> bound - 1)).isEqualTo(Duration.ofSeconds(1));
    }
}
