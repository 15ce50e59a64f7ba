package io.gearmancdi.benchmarks.compare;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that is compared.
 *
 * @param name what is measured
 * @param figure which of the figures counts
 * @param unit of the figure
 * @param lowerIsBetter whether less of it is better
 * @param contenders who runs it, and how each does
 * @param targets by the name of a peer: the ratio to it that ours must reach
 */
record Row(
        String name,
        String figure,
        String unit,
        boolean lowerIsBetter,
        Map<Peer, Measure> contenders,
        Map<String, Double> targets) {

    /** What {@code --only} asks for: the name in small letters and digits, hyphens between. */
    String key() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static Row rate(String name) {
        return new Row(name, "rate", "1/s", false, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    static Row lower(String name, String figure, String unit) {
        return new Row(name, figure, unit, true, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    static Row higher(String name, String figure, String unit) {
        return new Row(name, figure, unit, false, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    Row with(Peer peer, Measure measure) {
        contenders.put(peer, measure);
        return this;
    }

    Row must(String peer, double ratio) {
        targets.put(peer, ratio);
        return this;
    }
}
