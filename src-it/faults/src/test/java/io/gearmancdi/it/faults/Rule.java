package io.gearmancdi.it.faults;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;

/** Rules of the driver that can be taken out of the running JVM, to see who notices. */
enum Rule {
    /** A worker that drains closes when an echo has come back. Without: when it has written its last result. */
    ECHO_BARRIER("io.gearmancdi.driver.session.WorkerSession", "checkDrained", WithoutRule.Barrier.class),
    /** An abandoned call stays and takes its copies of every packet. Without: it is forgotten. */
    TOMBSTONES("io.gearmancdi.driver.session.Attachments", "buried", WithoutRule.Tombstone.class),
    /** What is not a background job with a random unique of our own is never submitted twice. Without: it is. */
    NO_REPEAT_OF_OTHERS("io.gearmancdi.driver.client.Prepared", "repeatable", WithoutRule.Always.class),
    /** A background job with a random unique of our own is submitted again. Without: it is not. */
    REPEAT_OF_OUR_OWN("io.gearmancdi.driver.client.Prepared", "repeatable", WithoutRule.Never.class);

    private final String type;
    private final String method;
    private final Class<?> advice;

    Rule(String type, String method, Class<?> advice) {
        this.type = type;
        this.method = method;
        this.advice = advice;
    }

    /** Takes the rule out; closing puts it back. */
    Off switchOff() {
        Instrumentation jvm = ByteBuddyAgent.install();
        var transformer = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(named(type))
                .transform((builder, description, loader, module, domain) ->
                        builder.visit(Advice.to(advice).on(named(method))))
                .installOn(jvm);
        return new Off(jvm, transformer);
    }

    /** A rule that is out. */
    record Off(Instrumentation jvm, ResettableClassFileTransformer transformer) implements AutoCloseable {
        @Override
        public void close() {
            if (!transformer.reset(jvm, AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)) {
                throw new IllegalStateException("The rule is not back");
            }
        }
    }
}
