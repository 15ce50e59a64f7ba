package io.gearmancdi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a server is told, unless and if it is set. */
class DefaultBuilderTest {
    private final DefaultBuilder builder = new DefaultBuilder();

    @Test
    void limitsAreThoseOfTheGuide() {
        long heap = Runtime.getRuntime().maxMemory();
        var limits = builder.limits();

        assertThat(limits.packet()).isEqualTo(16 << 20);
        assertThat(limits.output()).isEqualTo(Math.max(32 << 20, Math.min(256 << 20, heap / 8)));
        assertThat(limits.totalOutput()).isEqualTo(Math.max(limits.output(), heap / 3));
        assertThat(limits.totalInput()).isEqualTo(heap / 8);
        assertThat(limits.connections()).isEqualTo(10_000);
        assertThat(limits.backlog()).isEqualTo(1024);
        assertThat(limits.handshakeMillis()).isEqualTo(60_000);
        assertThat(limits.idleMillis()).isZero();
        assertThat(limits.lingerMillis()).isEqualTo(30_000);
        assertThat(limits.localOperators()).isFalse();
        assertThat(builder.settings().queueBytes()).isEqualTo(heap / 5 * 2);
        assertThat(builder.settings().functionLength()).isEqualTo(512);
        assertThat(builder.settings().functions()).isEqualTo(100_000);
    }

    @Test
    void limitsMayBeSet() {
        builder.maxPacketSize(1).maxOutput(2).maxConnections(3).backlog(4).localOperators(true);
        builder.handshakeTimeout(Duration.ofMillis(5)).idleTimeout(Duration.ofMillis(6));

        var limits = builder.limits();

        assertThat(limits.packet()).isEqualTo(1);
        assertThat(limits.output()).isEqualTo(2);
        assertThat(limits.connections()).isEqualTo(3);
        assertThat(limits.backlog()).isEqualTo(4);
        assertThat(limits.handshakeMillis()).isEqualTo(5);
        assertThat(limits.idleMillis()).isEqualTo(6);
        assertThat(limits.localOperators()).isTrue();
    }

    @Test
    void rulesMayBeSet() {
        builder.jobTries(1).wakeUps(2).maxQueueBytes(3).maxFunctionLength(4).maxFunctions(5);
        builder.handlePrefix("H:x").exceptions(true).roundRobin(true).shutdownCommand(true);

        var settings = builder.settings();

        assertThat(settings.tries()).isEqualTo(1);
        assertThat(settings.wakeUps()).isEqualTo(2);
        assertThat(settings.queueBytes()).isEqualTo(3);
        assertThat(settings.functionLength()).isEqualTo(4);
        assertThat(settings.functions()).isEqualTo(5);
        assertThat(settings.handlePrefix()).isEqualTo("H:x:");
        assertThat(settings.exceptions()).isTrue();
        assertThat(settings.roundRobin()).isTrue();
        assertThat(settings.shutdownCommand()).isTrue();
    }
}
