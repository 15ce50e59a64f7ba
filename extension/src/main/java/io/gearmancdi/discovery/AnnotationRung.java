package io.gearmancdi.discovery;

import io.gearmancdi.Job;
import io.gearmancdi.Server;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.Work;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The attributes that an annotation sets; as text, so that one set of rules reads them all. */
final class AnnotationRung implements Rung {

    private final String origin;
    private final Expressions expressions;
    private final Map<Attribute, String> texts = new EnumMap<>(Attribute.class);

    private AnnotationRung(String origin, Expressions expressions) {
        this.origin = origin;
        this.expressions = expressions;
    }

    static AnnotationRung of(Work work, String where, Expressions expressions) {
        var rung = new AnnotationRung("@Work of " + where, expressions);
        rung.number(Attribute.ITERATIONS, work.iterations());
        rung.number(Attribute.MINIMUM_EXECUTION_TIME, work.minimumExecutionTime());
        rung.number(Attribute.TIMEOUT, work.timeout());
        rung.number(Attribute.EXECUTION_TIMEOUT, work.executionTimeout());
        rung.number(Attribute.CONCURRENCY, work.concurrency());
        rung.method(work.defaultMethod());
        rung.servers(work.servers());
        return rung;
    }

    static AnnotationRung of(Job job, String where, Expressions expressions) {
        var rung = new AnnotationRung("@Job of " + where, expressions);
        rung.number(Attribute.ITERATIONS, job.iterations());
        rung.number(Attribute.MINIMUM_EXECUTION_TIME, job.minimumExecutionTime());
        rung.number(Attribute.TIMEOUT, job.timeout());
        rung.number(Attribute.EXECUTION_TIMEOUT, job.executionTimeout());
        rung.method(job.defaultMethod());
        rung.servers(job.servers());
        return rung;
    }

    private void number(Attribute attribute, int value) {
        if (value != Work.INHERIT) {
            texts.put(attribute, Integer.toString(value));
        }
    }

    private void method(SubmitMethod method) {
        if (method != SubmitMethod.DEFAULT) {
            texts.put(Attribute.METHOD, method.text());
        }
    }

    private void servers(Server[] servers) {
        if (servers.length > 0) {
            texts.put(Attribute.SERVERS, Arrays.stream(servers).map(this::text).collect(Collectors.joining(",")));
        }
    }

    private String text(Server server) {
        var host = expressions.resolve(server.host(), origin + " (servers)");
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + server.port();
    }

    @Override
    public Optional<Sourced> find(Attribute attribute) {
        return Optional.ofNullable(texts.get(attribute))
                .map(text -> new Sourced(text, origin + " (" + attribute.suffix() + ")"));
    }
}
