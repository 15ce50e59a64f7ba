package io.gearmancdi.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The tests of this suite would notice: each rule is taken out of the driver in turn, and the test named turns red. */
@Timeout(170)
class SwitchedOffTest {

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Rule.ECHO_BARRIER, SlowDrainTest.class),
                Arguments.of(Rule.TOMBSTONES, AbandonedCallTest.class),
                Arguments.of(Rule.NO_REPEAT_OF_OTHERS, RepeatTest.class),
                Arguments.of(Rule.REPEAT_OF_OUR_OWN, RepeatTest.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleTurnsItsTestRed(Rule rule, Class<?> test) {
        TestExecutionSummary summary;
        try (var off = rule.switchOff()) {
            summary = run(test);
        }
        System.out.println("Without " + rule + ":");
        summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8), 0);
        assertThat(summary.getTestsFailedCount()).as("failed without " + rule).isPositive();
    }

    private static TestExecutionSummary run(Class<?> test) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(test))
                                .build(),
                        listener);
        return listener.getSummary();
    }
}
