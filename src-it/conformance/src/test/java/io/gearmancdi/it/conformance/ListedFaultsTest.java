package io.gearmancdi.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Asks no server: it looks at the tests themselves. */
class ListedFaultsTest {

    @Test
    void everyFaultOfGearmandHasATest() {
        assertThat(ListedFaults.withoutATest())
                .as("faults without a test of their own, and why")
                .containsExactlyInAnyOrder(
                        Fault.F20_SHORT_BACKLOG, // a matter of time: both serve them all, BurstTest
                        Fault.F21_SILENT_TLS); // not of the protocol: TlsCutTest of src-it/behaviour
    }
}
