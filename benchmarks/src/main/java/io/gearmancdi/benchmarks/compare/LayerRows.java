package io.gearmancdi.benchmarks.compare;

import static io.gearmancdi.benchmarks.compare.Measure.drain;
import static io.gearmancdi.benchmarks.compare.Measure.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What injected client and discovered beans cost beside the driver alone: throughput, and own processor time. */
final class LayerRows {

    private final Peer driver;
    private final Peer silent;
    private final Peer ours;
    private final Peer filler;
    private final BiFunction<Integer, Integer, Load> load;

    LayerRows(Peer library, Peer filler, BiFunction<Integer, Integer, Load> load) {
        driver = library.as("driver");
        silent = library.as("callbacks off", "--api", "cdi", "--callbacks", "off");
        ours = library.as(Outcome.OURS, "--api", "cdi");
        this.filler = filler;
        this.load = load;
    }

    List<Row> all() {
        var rows = new ArrayList<Row>();
        add(rows, "CDI, submit asynchronously", submit("pipe", "none", load.apply(300_000, 300_000)));
        add(rows, "CDI, submit one at a time", submit("sync", "none", load.apply(40_000, 30_000)));
        add(rows, "CDI, drain, 64 slots", drain(filler, 64, load.apply(300_000, 300_000)));
        add(rows, "CDI, drain, one slot", drain(filler, 1, load.apply(40_000, 30_000)));
        return rows;
    }

    private void add(List<Row> rows, String name, Measure measure) {
        rows.add(contenders(Row.rate(name), measure).must("driver", 0.85));
        rows.add(contenders(Row.lower(name + ", own CPU", "cpu_us_per_job", "µs"), measure)
                .must("driver", 1.15));
    }

    private Row contenders(Row row, Measure measure) {
        return row.with(driver, measure).with(silent, measure).with(ours, measure);
    }
}
