package io.gearmancdi.benchmarks.compare;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is compared.
 *
 * @param name what is measured
 * @param figure which of the figures counts
 * @param unit of the figure
 * @param lowerIsBetter whether less of it is better
 * @param contenders who runs it, and how each does
 * @param targets by the name of a peer: the ratio to it that ours must reach
 * @param bound beside them
 */
record Row(
        String name,
        String figure,
        String unit,
        boolean lowerIsBetter,
        Map<Peer, Measure> contenders,
        Map<String, Double> targets,
        Optional<Bound> bound) {

    /** What {@code --only} asks for: the name in small letters and digits, hyphens between. */
    String key() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static Row rate(String name) {
        return new Row(name, "rate", "1/s", false, new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty());
    }

    static Row lower(String name, String figure, String unit) {
        return new Row(name, figure, unit, true, new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty());
    }

    static Row higher(String name, String figure, String unit) {
        return new Row(name, figure, unit, false, new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty());
    }

    Row with(Peer peer, Measure measure) {
        contenders.put(peer, measure);
        return this;
    }

    /** What ours must not exceed. */
    Row atMost(double figure) {
        return bound(new Bound(Bound.Of.OURS, figure));
    }

    /** How far the contenders may lie apart: the largest to the smallest. */
    Row flat(double ratio) {
        return bound(new Bound(Bound.Of.SPREAD, ratio));
    }

    private Row bound(Bound some) {
        return new Row(name, figure, unit, lowerIsBetter, contenders, targets, Optional.of(some));
    }

    Row must(String peer, double ratio) {
        targets.put(peer, ratio);
        return this;
    }
}
