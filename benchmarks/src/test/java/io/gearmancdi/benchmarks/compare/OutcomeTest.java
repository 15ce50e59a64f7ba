package io.gearmancdi.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void ratios_are_taken_within_a_round() {
        var outcome = new Outcome(Row.rate("some").must("raw", 0.5));
        add(outcome, "raw", 100, 200, 1000);
        add(outcome, "ours", 60, 80, 700);

        assertThat(outcome.line()).contains("0.60 × raw (reaches 0.50)");
    }

    @Test
    void says_when_more_than_allowed_is_used() {
        assertThat(bytes(900, 1100, 1100)).contains("misses at most 1000 bytes");
        assertThat(bytes(900, 900, 1100)).contains("reaches at most 1000 bytes");
    }

    @Test
    void says_how_far_the_contenders_lie_apart() {
        var row = Row.lower("some", "cpu", "µs").flat(1.2);
        var near = new Outcome(row);
        add(near, "few", 2.0, 4.0, 8.0);
        add(near, "many", 2.2, 3.6, 10.0);
        var far = new Outcome(row);
        add(far, "few", 3.0, 4.0, 8.0);
        add(far, "many", 2.0, 2.0, 8.0);

        assertThat(near.line()).contains("largest to smallest 1.11 (reaches 1.20)");
        assertThat(far.line()).contains("largest to smallest 1.50 (misses 1.20)");
    }

    private static String bytes(double... figures) {
        var outcome = new Outcome(Row.lower("some", "heap", "bytes").atMost(1000));
        add(outcome, "ours", figures);
        return outcome.line();
    }

    private static void add(Outcome outcome, String peer, double... figures) {
        for (var figure : figures) {
            outcome.add(peer, figure);
        }
    }
}
