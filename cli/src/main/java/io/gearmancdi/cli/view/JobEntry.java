package io.gearmancdi.cli.view;

import java.util.List;

/**
 * A job, as the console shows it.
 *
 * @param methodName its method; empty for a handler registered in code
 * @param callableName its name without prefix
 * @param function its name on the wire
 * @param description a line about it; may be empty
 * @param defaultMethod how it is submitted by default, in the manual's words
 * @param limits its limits when it runs alone
 * @param servers its job servers, {@code host:port}
 */
public record JobEntry(
        String methodName,
        String callableName,
        String function,
        String description,
        String defaultMethod,
        LimitValues limits,
        List<String> servers) {

    /**
     * Copies the list.
     *
     * @param methodName its method
     * @param callableName its name without prefix
     * @param function its name on the wire
     * @param description a line about it
     * @param defaultMethod how it is submitted by default
     * @param limits its limits when it runs alone
     * @param servers its job servers
     */
    public JobEntry {
        servers = List.copyOf(servers);
    }
}
