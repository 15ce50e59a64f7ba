package io.gearmancdi.benchmarks.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of one row, round by round. Ratios are taken within a round: only there machine and moment are the same.
 */
final class Outcome {

    static final String OURS = "ours";

    private final Row row;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    Outcome(Row row) {
        this.row = row;
    }

    void add(String peer, double figure) {
        figures.computeIfAbsent(peer, name -> new ArrayList<>()).add(figure);
    }

    /** The median over the rounds of ours to the other's. */
    double ratio(String peer) {
        var ours = figures.get(OURS);
        var others = figures.get(peer);
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round) / others.get(round));
        }
        return median(ratios);
    }

    boolean reaches(String peer, double target) {
        return row.lowerIsBetter() ? ratio(peer) <= target : ratio(peer) >= target;
    }

    String line() {
        var medians = figures.entrySet().stream()
                .map(entry -> entry.getKey() + ' ' + number(median(entry.getValue())))
                .collect(Collectors.joining(", "));
        var ratios = figures.keySet().stream()
                .filter(peer -> figures.containsKey(OURS))
                .filter(peer -> !peer.equals(OURS))
                .map(peer -> String.format(Locale.ROOT, "%.2f × %s%s", ratio(peer), peer, judged(peer)));
        var bound = row.bound().stream()
                .map(one -> one.line(figures.values(), figures.getOrDefault(OURS, List.of()), row.unit()));
        var judgement = Stream.concat(ratios, bound).collect(Collectors.joining(", "));
        return "|" + row.name() + "\n|" + medians + ' ' + row.unit() + "\n|" + (judgement.isEmpty() ? "–" : judgement);
    }

    private String judged(String peer) {
        var target = row.targets().get(peer);
        if (target == null) {
            return "";
        }
        return String.format(Locale.ROOT, " (%s %.2f)", reaches(peer, target) ? "reaches" : "misses", target);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%,.0f", value);
    }
}
