package io.gearmancdi.benchmarks.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What a row must keep whatever its peers do.
 *
 * @param of what is bound
 * @param most it may be
 */
record Bound(Of of, double most) {

    enum Of {
        /** The figure of ours. */
        OURS,
        /** The largest to the smallest of all figures of a round. */
        SPREAD
    }

    /** Where the rounds lie in the middle. */
    double reached(Collection<List<Double>> all, List<Double> ours) {
        if (of == Of.OURS) {
            return Outcome.median(ours);
        }
        var spreads = new ArrayList<Double>();
        for (int number = 0; number < all.iterator().next().size(); number++) {
            int round = number;
            var figures = all.stream().mapToDouble(one -> one.get(round)).summaryStatistics();
            spreads.add(figures.getMax() / figures.getMin());
        }
        return Outcome.median(spreads);
    }

    String line(Collection<List<Double>> all, List<Double> ours, String unit) {
        double reached = reached(all, ours);
        var judged = reached <= most ? "reaches" : "misses";
        return of == Of.OURS
                ? String.format(Locale.ROOT, "%s at most %.0f %s", judged, most, unit)
                : String.format(Locale.ROOT, "largest to smallest %.2f (%s %.2f)", reached, judged, most);
    }
}
