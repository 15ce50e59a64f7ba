package io.gearmancdi.discovery;

import io.gearmancdi.ExceptionPolicy;
import io.gearmancdi.LimitPolicy;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.WorkerSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The places where a setting can be written, strongest first. The strongest that can be read holds. */
final class Ladder {

    private final SettingsReader reader;
    private final List<Rung> rungs;

    Ladder(SettingsReader reader, List<Rung> rungs) {
        this.reader = reader;
        this.rungs = rungs;
    }

    /** A ladder with further rungs above those of this one. */
    Ladder below(Rung... stronger) {
        return new Ladder(
                reader, Stream.concat(Stream.of(stronger), rungs.stream()).toList());
    }

    SubmitMethod method() {
        return value(Attribute.METHOD, Values::method);
    }

    boolean prependsNamespace() {
        return value(Attribute.PREPEND_NAMESPACE, Values::flag);
    }

    boolean standalone() {
        return value(Attribute.STANDALONE, Values::flag);
    }

    List<ServerAddress> servers() {
        return value(Attribute.SERVERS, Values::servers);
    }

    WorkerSettings settings() {
        return WorkerSettings.defaults()
                .withConcurrency(value(Attribute.CONCURRENCY, Values::positive))
                .withPrefetch(value(Attribute.PREFETCH, Values::count))
                .withIterations(value(Attribute.ITERATIONS, Values::count))
                .withMinimumExecutionTime(value(Attribute.MINIMUM_EXECUTION_TIME, Values::duration))
                .withTimeout(value(Attribute.TIMEOUT, Values::duration))
                .withExecutionTimeout(value(Attribute.EXECUTION_TIMEOUT, Values::duration))
                .withOnLimit(value(Attribute.ON_LIMIT, text -> Values.choice(LimitPolicy.class, text)))
                .withOnException(value(Attribute.ON_EXCEPTION, text -> Values.choice(ExceptionPolicy.class, text)))
                .withAutostart(value(Attribute.AUTOSTART, Values::flag))
                .withServers(servers());
    }

    private <T> T value(Attribute attribute, Function<String, T> parse) {
        // Weaker rungs are read too: whatever is wrong shows at the first start
        var readable = rungs.stream()
                .flatMap(rung -> rung.find(attribute).stream())
                .map(written -> reader.parse(written, parse))
                .flatMap(Optional::stream)
                .toList();
        return readable.isEmpty() ? parse.apply(attribute.builtIn()) : readable.get(0);
    }
}
