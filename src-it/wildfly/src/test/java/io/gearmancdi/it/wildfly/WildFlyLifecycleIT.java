package io.gearmancdi.it.wildfly;

import io.gearmancdi.it.ee.LifecycleBehaviour;
import java.nio.file.Path;

class WildFlyLifecycleIT extends LifecycleBehaviour {

    @Override
    protected int port() {
        return Integer.getInteger("port.http");
    }

    @Override
    protected Path log() {
        return Path.of(System.getProperty("wildfly.home"), "standalone", "log", "server.log");
    }

    @Override
    protected String commandLine() {
        return System.getProperty("wildfly.home");
    }

    /**
     * Each thread that is parked in {@code org.jboss.threads.EnhancedQueueExecutor} keeps its last request on the stack
     * until it serves another one; few of them served the ten. What all ten leave behind is another's.
     */
    @Override
    protected int heldByTheServer() {
        return 4;
    }
}
