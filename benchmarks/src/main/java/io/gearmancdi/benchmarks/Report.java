package io.gearmancdi.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of JSON, the last on standard output. */
final class Report {

    private final Map<String, String> figures = new LinkedHashMap<>();

    Report(String operation) {
        figures.put("peer", "\"gearman-cdi\"");
        figures.put("op", "\"" + operation + "\"");
    }

    Report with(String name, long figure) {
        figures.put(name, Long.toString(figure));
        return this;
    }

    Report with(String name, double figure) {
        figures.put(name, String.format(Locale.ROOT, "%.3f", figure));
        return this;
    }

    Report with(Interval interval, int jobs) {
        return with("jobs", jobs)
                .with("seconds", interval.seconds())
                .with("rate", jobs / interval.seconds())
                .with("cpu_us_per_job", interval.cpuMicros() / jobs)
                .with("rss_kb", Usage.residentKiB());
    }

    void print() {
        System.out.println(figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\":" + figure.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }
}
