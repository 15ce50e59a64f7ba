package io.gearmancdi.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes inside of a test, as a user would. */
final class Inside {
    private Inside() {}

    /** What came out; the first failure is thrown. */
    static TestExecutionSummary run(Map<String, String> configuration, Class<?>... tests) {
        var summary = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(tests).map(test -> selectClass(test)).toList())
                .configurationParameters(configuration)
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener[] {summary});
        for (var failure : summary.getSummary().getFailures()) {
            throw new AssertionError(failure.getTestIdentifier().getDisplayName(), failure.getException());
        }
        return summary.getSummary();
    }
}
