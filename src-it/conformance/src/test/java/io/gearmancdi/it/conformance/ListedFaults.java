package io.gearmancdi.it.conformance;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which faults have a test. */
final class ListedFaults {
    private ListedFaults() {}

    static Set<Fault> withoutATest() {
        var missing = EnumSet.allOf(Fault.class);
        Stream.of(
                        SubmittingTest.class,
                        CoalescingTest.class,
                        WorkingTest.class,
                        AskingTest.class,
                        FramingTest.class,
                        OperatingTest.class)
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .map(method -> method.getAnnotation(GearmandFault.class))
                .filter(fault -> fault != null)
                .forEach(fault -> missing.remove(fault.value()));
        return missing;
    }
}
