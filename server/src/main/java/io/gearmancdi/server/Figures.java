package io.gearmancdi.server;

import io.gearmancdi.server.engine.Statistics;
import io.gearmancdi.spi.JobServerStatistics;
import io.gearmancdi.spi.JobServerStatistics.FunctionStatistics;

/** The figures of the engine in the words of the API. */
final class Figures {
    private Figures() {}

    static JobServerStatistics of(Statistics all) {
        return new JobServerStatistics(
                all.connections(),
                all.waiting(),
                all.running(),
                all.queueBytes(),
                all.created(),
                all.joined(),
                all.completed(),
                all.failed(),
                all.lost(),
                all.functions().stream().map(Figures::of).toList());
    }

    private static FunctionStatistics of(Statistics.OfFunction function) {
        return new FunctionStatistics(function.name(), function.waiting(), function.running(), function.workers());
    }
}
